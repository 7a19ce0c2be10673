import './parent.ts'
