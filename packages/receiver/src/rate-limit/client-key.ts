/**
 * What counts as one client: an IPv4 address, or the /64 network of an IPv6 address, which usually belongs to one household
 * or server (RFC 6177).
 */
export function clientKey(address: string): string {
  // Some proxies add the port, which differs for every connection.
  const bare = /^\[(.*)\](?::\d+)?$/.exec(address)?.[1] ?? address;
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/i.exec(bare)?.[1];
  if (v4 !== undefined) return v4;
  if (!bare.includes(':')) return bare;
  const [head = '', tail] = bare.toLowerCase().split('%')[0]?.split('::') ?? [];
  const front = head ? head.split(':') : [];
  const back = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
  return [...front, ...zeros, ...back]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
