/**
 * Renames the Trusted Types policy of the bundled Lit. With the usual name, the file would fail on a page that already has Lit
 * or lists its policies. If the browser refuses the policy, the elements show their fallback content.
 *
 * @param {string | undefined} name - the new name; without one, no policy is created, for a file that renders nothing with Lit
 * @returns {import('rollup').Plugin}
 */
export function trustedTypesPolicy(name) {
  const usual = 'createPolicy("lit-html",{createHTML:t=>t})';
  const own = name ? `(()=>{try{return s.createPolicy("${name}",{createHTML:t=>t})}catch{}})()` : 'undefined';
  return {
    name: 'trusted-types-policy',
    transform(code, id) {
      if (!id.endsWith('/lit-html/lit-html.js')) return null;
      if (!code.includes(`s.${usual}`))
        this.error('Lit no longer creates its Trusted Types policy in the expected way.');
      return { code: code.replace(`s.${usual}`, own), map: null };
    },
  };
}
