import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * What the language offers but only one place in the code may use. House rule: time is data that comes with the command, randomness and
 * settings are read at the edge. test/structure/lint-rules.spec.ts proves that each ban bites.
 */
const CLOCK = [
  ban("CallExpression[callee.object.name='Date'][callee.property.name='now']", 'Date.now()', 'a clock/ folder'),
  ban("NewExpression[callee.name='Date'][arguments.length=0]", 'new Date() without arguments', 'a clock/ folder'),
  ban("CallExpression[callee.name='Date']", 'Date()', 'a clock/ folder'),
  ban("MemberExpression[object.name='Temporal'][property.name='Now']", 'Temporal.Now', 'a clock/ folder'),
];
const RANDOM_FUNCTIONS =
  '/^(random(Bytes|UUID|Int|Fill|FillSync)|getRandomValues|generateKey(Pair)?(Sync)?|webcrypto)$/';
const RANDOMNESS = [
  ban("MemberExpression[object.name='Math'][property.name='random']", 'Math.random', 'a clock/ or config/ folder'),
  ban(
    `ImportDeclaration[source.value=/^(node:)?crypto$/] ImportSpecifier[imported.name=${RANDOM_FUNCTIONS}]`,
    'Randomness from crypto',
    'a clock/ or config/ folder or libs/embedded',
  ),
  ban(
    `MemberExpression[object.name=/^(crypto|webcrypto|nodeCrypto)$/][property.name=${RANDOM_FUNCTIONS}]`,
    'Randomness from crypto',
    'a clock/ or config/ folder or libs/embedded',
  ),
];
const ENVIRONMENT = [
  ban("MemberExpression[object.name='process'][property.name='env']", 'process.env', 'a config/ folder'),
  ban(
    "ImportDeclaration[source.value=/^(node:)?process$/] ImportSpecifier[imported.name='env']",
    'process.env',
    'a config/ folder',
  ),
];

function ban(selector, what, where) {
  return { selector, message: `${what} belongs in ${where} only; elsewhere it comes in as data.` };
}

/** The bans that hold for some files; a later entry replaces an earlier one, so each names all that still hold. */
function bans(files, ...groups) {
  const selectors = groups.flat();
  return { files, rules: { 'no-restricted-syntax': selectors.length > 0 ? ['error', ...selectors] : 'off' } };
}

const TYPESCRIPT = ['{apps,libs,test,bench}/**/*.{ts,tsx}'];
const TESTS = ['**/*.spec.ts', 'test/**/*.ts', 'apps/*/test/**/*.ts', 'bench/**/*.ts'];

export default defineConfig(
  { ignores: ['**/node_modules/', 'dist/', 'coverage/', '.vuosikello/', '**/*.d.ts', '**/*.generated.*'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-param-reassign': 'error',
      'max-lines': ['warn', { max: 300 }],
      'max-lines-per-function': ['warn', { max: 60, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Records of facts are `type`, contracts to implement are `interface`: the author's choice.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // Nest modules are classes without members.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // An underscore says: the port hands this over, this implementation has no use for it.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-empty-function': ['error', { allow: ['arrowFunctions', 'methods'] }],
      // A type written out on a constant is documentation.
      '@typescript-eslint/no-inferrable-types': 'off',
      // Spreading a string gives code points, which is what the places that do it want.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Ports are asynchronous; an implementation that need not wait still returns a promise.
      '@typescript-eslint/require-await': 'off',
      // Nest and MikroORM declare their option bags as classes; what is given to them is plain data.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // It asks for the `!` that no-non-null-assertion forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
    },
  },
  bans(TYPESCRIPT, CLOCK, RANDOMNESS, ENVIRONMENT),
  bans(['**/clock/**/*.ts'], ENVIRONMENT),
  bans(['**/config/**/*.ts'], CLOCK),
  bans(['libs/embedded/**/*.ts'], CLOCK, ENVIRONMENT),
  bans(['**/*.spec.ts'], CLOCK, RANDOMNESS),
  // Tests that start servers wait with a time limit and make their own passwords.
  bans(['**/*.int.spec.ts', '**/*.e2e.spec.ts', 'test/**/*.ts', 'apps/*/test/**/*.ts', 'bench/**/*.ts']),
  {
    files: ['apps/cli/**/*.ts', ...TESTS],
    rules: { 'no-console': 'off' },
  },
  {
    files: TESTS,
    rules: {
      'max-lines-per-function': 'off',
      // Answers read as JSON and asserted field by field; a wrong guess fails the test.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
