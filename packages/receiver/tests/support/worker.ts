import { isBuiltin } from 'node:module';
import { build, type Plugin } from 'esbuild';

/** Node's own modules as Cloudflare's bundler gives them to a Worker: an import by `node:`, whoever asks for it. */
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
      contents: `import one from '${path}'; module.exports = one;`,
    }));
  },
};

/** A module and all that it needs as one, by the rules of a Worker; what the host itself provides is still imported. */
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
    // A script of `node:vm` has no import of its own.
    ...(format === 'cjs' ? { supported: { 'dynamic-import': false } } : {}),
    logLevel: 'silent',
  });
  const imports = Object.values(metafile.outputs).flatMap((one) =>
    one.imports.filter(({ external }) => external).map(({ path }) => path),
  );
  return { code: outputFiles[0]?.text ?? '', imports: [...new Set(imports)].sort() };
}
