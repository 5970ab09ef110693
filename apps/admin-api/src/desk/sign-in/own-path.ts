const form = /^\/desk(?:[/?][\w./?=&%+~-]*)?$/;

/** A place at the desk to go on to; undefined for what is anything else, so that no link leads away from here. */
export function ownPath(path: unknown): string | undefined {
  return typeof path === 'string' && path.length <= 500 && form.test(path) && !path.startsWith('/desk/sign-')
    ? path
    : undefined;
}
