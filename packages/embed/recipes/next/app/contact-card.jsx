'use client';

import { useEffect } from 'react';

/** The contact card. Its children are the fallback content, which the server renders. */
export function ContactCard({ children, ...settings }) {
  useEffect(() => {
    import('@havenkit/elements/contact-card/define');
  }, []);
  return <haven-contact-card {...settings}>{children}</haven-contact-card>;
}
