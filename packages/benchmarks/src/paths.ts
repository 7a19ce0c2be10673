/**
 * Where things stand.
 *
 * @module
 */

/** What is compiled to be measured, in the folder of each package: apart from `dist`, which is for publishing. */
export const COMPILED = '.bench'
