export default 'the index of a folder'
