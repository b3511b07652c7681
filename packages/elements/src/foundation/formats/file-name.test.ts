import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { runs } from '../../../test-support/index.js';
import { fileName } from './file-name.js';

describe('a file name', () => {
  it('is made from a title', () => {
    const names: [string, string][] = [
      ['Mind and Body Therapeutic Connections', 'mind-and-body-therapeutic-connections.vcf'],
      ["Children’s & Parents' Center, Inc.", 'childrens-parents-center-inc.vcf'],
      ['Praxis Dr. Jörg Weiß', 'praxis-dr-jörg-weiß.vcf'],
      ['家族センター', '家族センター.vcf'],
      ['../../etc/passwd', 'etc-passwd.vcf'],
      ['C:\\windows\\system32', 'c-windows-system32.vcf'],
      ['.htaccess', 'htaccess.vcf'],
      ['', 'contact.vcf'],
      ['***', 'contact.vcf'],
      ['👪', 'contact.vcf'],
      ['a'.repeat(55) + ' b', 'a'.repeat(55) + '.vcf'],
      ['a'.repeat(55) + 'e\u0323\u0304b', 'a'.repeat(55) + '.vcf'],
    ];
    for (const [name, file] of names) expect(fileName(name, 'contact', 'vcf')).to.equal(file);
  });

  it('is valid on every file system', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const file = fileName(name, 'contact', 'vcf');
        expect([...file].length).to.be.within(5, 60);
        expect(file).to.match(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}-]*\.vcf$/u);
        expect(new TextEncoder().encode(file).length).to.be.below(255);
      }),
      { numRuns: runs(2000) },
    );
  });
});
