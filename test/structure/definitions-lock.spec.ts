import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { definitions, descriptionOf } from '@app/workflows';

const lock = JSON.parse(readFileSync(join(__dirname, '../../libs/workflows/definitions.lock.json'), 'utf8')) as Record<
  string,
  string
>;

const hashes = Object.fromEntries(
  definitions.map((definition) => [
    `${definition.name}@${definition.version}`,
    createHash('sha256')
      .update(canonicalize(descriptionOf(definition)) ?? '')
      .digest('hex'),
  ]),
);

describe('released definitions', () => {
  // A changed definition is a new version beside the old one: running instances keep the one they were started with.
  // What has not been released yet may still change: replace its line in definitions.lock.json.
  it('are what libs/workflows/definitions.lock.json says', () => {
    expect(hashes).toEqual(lock);
  });
});
