/**
 * A few figures about many: the middle, and how far the rest is from it.
 *
 * @module
 */

/** What the rounds of a run came to. */
export interface Summary {
  median: number
  /** The middle half of the rounds lies between these. */
  low: number
  high: number
  /** The width of that half as a share of the median. */
  spread: number
}

/**
 * Sums up the rounds.
 *
 * @throws RangeError without any.
 */
export function summarize(values: readonly number[]): Summary {
  const middle = median(values)
  const [low, high] = [quantile(values, 0.25), quantile(values, 0.75)]
  return { median: middle, low, high, spread: (high - low) / middle }
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value below which a share of all lies, between two of them where it has to be. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('There is no quantile of nothing.')
  const sorted = [...values].sort((one, other) => one - other)
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] as number
  const above = sorted[Math.ceil(place)] as number
  return below + (above - below) * (place - Math.floor(place))
}

/**
 * By how much `ys` grow with each one more of `xs`: the line that fits best, by least squares.
 *
 * @throws RangeError for fewer than two points.
 */
export function slope(xs: readonly number[], ys: readonly number[]): number {
  if (xs.length < 2 || xs.length !== ys.length) throw new RangeError('A slope needs two points.')
  const [meanX, meanY] = [mean(xs), mean(ys)]
  const covariance = xs.map((x, at) => (x - meanX) * ((ys[at] as number) - meanY))
  const variance = xs.map((x) => (x - meanX) ** 2)
  return mean(covariance) / mean(variance)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
