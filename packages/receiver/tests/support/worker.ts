import { isBuiltin } from 'node:module';
import { build, type Plugin } from 'esbuild';

/** Resolves Node modules like Cloudflare's bundler: always as an import of `node:…`. */
const nodeCompat: Plugin = {
  name: 'node-compat',
  setup(bundler) {
    bundler.onResolve({ filter: /^[a-z]/ }, ({ path, kind, namespace }) => {
      if (!isBuiltin(path)) return undefined;
      const name = path.replace(/^(node:)?/, 'node:');
      return kind === 'require-call' && namespace === 'file'
        ? { path: name, namespace: 'node-compat' }
        : { path: name, external: true };
    });
    bundler.onLoad({ filter: /.*/, namespace: 'node-compat' }, ({ path }) => ({
      contents: `import builtin from '${path}'; module.exports = builtin;`,
    }));
  },
};

/** Bundles a module and its dependencies as for a Worker. Only modules of the host remain imports. */
export async function bundleForWorker(
  entry: string,
  { format }: { format: 'esm' | 'cjs' },
): Promise<{ code: string; imports: string[] }> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    format,
    target: 'es2022',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*'],
    plugins: [nodeCompat],
    // A script in `node:vm` cannot use import().
    ...(format === 'cjs' ? { supported: { 'dynamic-import': false } } : {}),
    logLevel: 'silent',
  });
  const imports = Object.values(metafile.outputs).flatMap((output) =>
    output.imports.filter(({ external }) => external).map(({ path }) => path),
  );
  return { code: outputFiles[0]?.text ?? '', imports: [...new Set(imports)].sort() };
}
