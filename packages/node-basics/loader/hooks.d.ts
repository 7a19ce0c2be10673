/** The text of a TypeScript file without its types; every line and column stays where it is. */
export function blanked(text: string): Promise<string>
