export const value = await Promise.resolve('after an await')
