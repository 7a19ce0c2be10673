export declare function loadAnew(folders: readonly string[]): void
