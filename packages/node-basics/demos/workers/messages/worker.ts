import { isMainThread, parentPort, workerData } from 'node:worker_threads'

const sorted = workerData.list.sort()
parentPort?.postMessage({ sorted, pid: process.pid, isMainThread })
parentPort?.once('message', () => parentPort?.close())
