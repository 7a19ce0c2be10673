/** Exports something, but no framework. */
export default { use() {} }
