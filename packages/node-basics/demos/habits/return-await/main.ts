async function fail(): Promise<never> {
  await null
  console.log('  fails')
  throw new Error('no tea')
}

async function plain(): Promise<string> {
  try {
    return fail()
  } catch {
    return 'caught inside'
  } finally {
    console.log('  cleans up')
  }
}

async function awaited(): Promise<string> {
  try {
    return await fail()
  } catch {
    return 'caught inside'
  } finally {
    console.log('  cleans up')
  }
}

for (const run of [plain, awaited]) {
  console.log(run.name)
  console.log(' ', await run().catch((err: Error) => `the caller gets: ${err.message}`))
}
