/**
 * The code of a system's or PostgreSQL's error, such as `EEXIST` or `55006`. Looks at the property and not at the
 * class: Node's own errors are of another realm when the code runs in a sandbox, as under Jest.
 */
export function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
