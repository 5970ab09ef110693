/** Settings of the product that a demo must not take over from the user's environment. */
const ofTheProduct =
  /^(DATABASE_|REDIS_|SMTP_|MAIL_|OIDC_|LOG_(SIGN|ORIGIN|PREVIOUS|CHECKPOINT|WITNESS)|VUOSIKELLO_|QUEUE_|ENGINE_|LEASE_|RECONCILE_|ACCESS_LOG_|WEBHOOK_|RATE_LIMIT|CORS_|METRICS_|OTEL_)|^(TRUST_PROXY|HOST|PORT|PUBLIC_URL)(_FILE)?$/;

/**
 * The environment of a child process: ours, with the given settings in place of what was there under the name or its
 * `_FILE` variant; an undefined value takes the setting away.
 * @param keeps whether the user's own settings of the product go along.
 */
export function childEnvironment(set: Record<string, string | undefined>, keeps: boolean): NodeJS.ProcessEnv {
  const replaced = new Set(Object.keys(set).flatMap((name) => [name, `${name}_FILE`]));
  const kept = Object.entries(process.env).filter(
    ([name]) => !replaced.has(name) && (keeps || !ofTheProduct.test(name)),
  );
  const given = Object.entries(set).filter(([, value]) => value !== undefined);
  return Object.fromEntries([...kept, ...given]);
}
