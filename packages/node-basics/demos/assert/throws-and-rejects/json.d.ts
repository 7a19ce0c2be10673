/** The typo of this demo: no such method exists. */
interface JSON {
  pares(text: string): unknown
}
