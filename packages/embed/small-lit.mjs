/**
 * Leaves out of the CDN files what of Lit no widget can use: each file is a closed world, in which nobody else can bring a
 * directive or a compiled template. It saves half a kilobyte in each. Every cut names the text of the pinned version that it
 * takes away, and the build stops where one is not found, so that a new version of Lit is looked at by a person.
 */
const cuts = [
  // Directives, and with them what they may answer.
  [
    'function M(t,i,s=t,e){if(i===E)return i;let h=void 0!==e?s._$Co?.[e]:s._$Cl;const o=a(i)?void 0:i._$litDirective$;return h?.constructor!==o&&(h?._$AO?.(!1),void 0===o?h=void 0:(h=new o(t),h._$AT(t,s,e)),void 0!==e?(s._$Co??=[])[e]=h:s._$Cl=h),void 0!==h&&(i=M(t,h._$AS(t,i.values),h,e)),i}',
    '',
  ],
  ['t=M(this,t,i),a(t)', 'a(t)'],
  ['t=M(this,t,i,0),o=', 'o='],
  ['r=M(this,e[s+n],i,n),r===E&&(r=this._$AH[n]),', 'r=e[s+n],'],
  ['if((t=M(this,t,i,0)??A)===E)return;', 't??=A;'],
  // Expressions for a whole element, and in comments.
  [
    'class Z{constructor(t,i,s){this.element=t,this.type=6,this._$AN=void 0,this._$AM=i,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(t){M(this,t)}}',
    '',
  ],
  [':6===r.type&&(i=new Z(h,this,t))', ':0'],
  ['else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t));', ''],
  ['else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}', ''],
  // Templates of SVG and MathML, and compiled ones.
  ['2===i?"<svg>":3===i?"<math>":""', '""'],
  ['+(2===i?"</svg>":3===i?"</math>":"")', ''],
  [
    'if(this.el=S.createElement(f,e),P.currentNode=this.el.content,2===i||3===i){const t=this.el.content.firstChild;t.replaceWith(...t.childNodes)}',
    'this.el=S.createElement(f,e),P.currentNode=this.el.content;',
  ],
  [
    'e="number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s)',
    'e=this._$AC(t)',
  ],
  // What directives, polyfills, server rendering and tools ask for.
  ['const j={M:h,P:o,A:n,C:1,L:N,R,D:d,V:M,I:k,H,N:L,U:z,B:I,F:Z},B=t.litHtmlPolyfillSupport;B?.(S,k),', ''],
  ['export{j as _$LH,', 'export{'],
  ['setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}', ''],
  ['this._$AP?.(!1,!0,s);', ';'],
  ['get _$AU(){return this._$AM?._$AU??this._$Cv}', ''],
  ['get _$AU(){return this._$AM._$AU}', ''],
  ['get _$AU(){return this._$AM._$AU}', ''],
  [',this._$Cv=e?.isConnected??!0', ''],
  ['get tagName(){return this.element.tagName}', ''],
  ['get startNode(){return this._$AA}get endNode(){return this._$AB}', ''],
  [
    'get parentNode(){let t=this._$AA.parentNode;const i=this._$AM;return void 0!==i&&11===t?.nodeType&&(t=i.parentNode),t}',
    '',
  ],
  ['get parentNode(){return this._$AM.parentNode}', ''],
  ['this._$AN=void 0,', ''],
  ['this._$AN=void 0,', ''],
  ['this._$AN=void 0,', ''],
];

/** What a widget may import from Lit; anything else could need what is cut. */
const allowed = new Set(['html', 'nothing', 'render']);

/** @returns {import('rollup').Plugin} */
export function smallLit() {
  return {
    name: 'small-lit',
    transform: {
      order: 'pre',
      handler(code, id) {
        if (/[\\/]node_modules[\\/]lit-html[\\/]lit-html\.js$/.test(id)) {
          let cut = code;
          for (const [text, instead] of cuts) {
            if (!cut.includes(text))
              this.error(`Lit has changed: "${text.slice(0, 60)}" is not there. Look at small-lit.mjs.`);
            cut = cut.replace(text, () => instead);
          }
          return { code: cut, map: null };
        }
        for (const [, names = '', from] of code.matchAll(/import\s*\{([^}]*)\}\s*from\s*['"](lit[^'"]*)['"]/g))
          if (from !== 'lit/html.js' || names.split(',').some((name) => name.trim() && !allowed.has(name.trim())))
            this.error(`${id} imports {${names}} from ${from}: the CDN files have html, nothing and render alone.`);
        return null;
      },
    },
  };
}
