import money from './money.cjs'

export const { Money } = money
