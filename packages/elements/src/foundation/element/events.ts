/**
 * Base of every Havenkit event. It bubbles and is composed, so that any host receives it. Its detail is JSON-cloneable and
 * never holds what a visitor typed, unless the site owner asked for it.
 */
export class HavenEvent<Type extends string, Detail> extends CustomEvent<Detail> {
  declare readonly type: Type;

  constructor(type: Type, detail: Detail, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable, detail });
  }
}

/** `haven-ready`: the element has rendered for the first time. */
export class HavenReadyEvent extends HavenEvent<'haven-ready', { readonly version: string }> {
  constructor(version: string) {
    super('haven-ready', { version });
  }
}

/** Detail of `haven-error`: a stable code, a plain message, and the attribute or JSON path it is about. */
export interface HavenErrorDetail {
  /** `invalid-json`, `invalid-value`, `missing-value`, `load-failed` or `internal`. */
  readonly code: 'invalid-json' | 'invalid-value' | 'missing-value' | 'load-failed' | 'internal';
  /** One sentence in English for the site owner. Never repeats the configured value. */
  readonly message: string;
  /** Attribute name or JSON path, for example `opening-hours` or `employee[0].name`. */
  readonly path?: string;
}

/** `haven-error`: configuration or loading failed; the element shows what it can. */
export class HavenErrorEvent extends HavenEvent<'haven-error', HavenErrorDetail> {
  constructor(detail: HavenErrorDetail) {
    super('haven-error', detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'haven-ready': HavenReadyEvent;
    'haven-error': HavenErrorEvent;
  }
}
