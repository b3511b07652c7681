/**
 * Gives the bundled Lit a Trusted Types policy name of its own. Under its usual name, a page that already has Lit or lists
 * its policies would stop the file from loading. Where the browser refuses the policy, the elements show their fallback
 * content.
 *
 * @param {string} name - of the policy
 * @returns {import('rollup').Plugin}
 */
export function trustedTypesPolicy(name) {
  const usual = 'createPolicy("lit-html",{createHTML:t=>t})';
  const own = `(()=>{try{return s.createPolicy("${name}",{createHTML:t=>t})}catch{}})()`;
  return {
    name: 'trusted-types-policy',
    transform(code, id) {
      if (!id.endsWith('/lit-html/lit-html.js')) return null;
      if (!code.includes(`s.${usual}`)) this.error('Lit creates its Trusted Types policy in another way than before.');
      return { code: code.replace(`s.${usual}`, own), map: null };
    },
  };
}
