import type { Texts } from './texts.js';

const wordpressPlan = 'WordPress on your own server needs no plan. On WordPress.com, code may need a paid plan.';
const wordpressMissing =
  'Check that you are an administrator or editor. WordPress removes code that others save, and shows no message.';
const boxSize = 'Make the box tall enough. What does not fit scrolls inside.';

/** English. */
export const en: Texts = {
  builders: {
    wix: {
      name: 'Wix, Custom Element',
      plan: 'This needs a Wix Premium plan. Without one, use “Embed HTML”.',
      open: [
        'Open the page in the editor.',
        'Select “Add Elements”, “Embed”, “Popular Embeds”, then “Custom Element”. In Wix Studio, it is under “Embed & Social”.',
      ],
      size: 'Make the box as tall as the widget, for computers and for phones.',
      publish: 'Publish the site.',
      missing:
        'Check that the site has a Premium plan, and that the tag name is exactly the one below. The editor itself may show an empty box.',
    },
    'wix-embed': {
      name: 'Wix, Embed HTML',
      plan: 'You need no Premium plan for this.',
      open: ['Open the page in the editor.', 'Add an “Embed HTML” element.', 'Choose code, not an address.'],
      size: boxSize,
      publish: 'Publish the site.',
      missing: 'Check that the box is in the place that you look at: computers and phones have pages of their own.',
    },
    wordpress: {
      name: 'WordPress, block editor',
      plan: wordpressPlan,
      open: ['Open the page in the editor.', 'Add a “Custom HTML” block.'],
      openSiteScript: ['Add a “Custom HTML” block to the footer of the site, or open a plugin for footer scripts.'],
      publish: 'Publish the page, or update it.',
      missing: wordpressMissing,
    },
    'wordpress-classic': {
      name: 'WordPress, classic editor',
      plan: wordpressPlan,
      open: [
        'Open the page in the editor.',
        'Choose the tab “Text” or “Code”. Do not use “Visual” later: it removes the widget.',
      ],
      openSiteScript: ['Open a plugin for footer scripts, or the place for text in the footer of the site.'],
      publish: 'Publish the page, or update it.',
      missing: wordpressMissing,
    },
    'wordpress-author': {
      name: 'WordPress, author or contributor',
      plan: wordpressPlan,
      open: ['Open the page in the editor.', 'Add a “Custom HTML” block.'],
      publish: 'Publish the page, or send it for review.',
      missing: 'Ask an administrator whether the script is on the site. Without it, only the words are shown.',
    },
    squarespace: {
      name: 'Squarespace',
      plan: 'Code with a script may need a higher plan than Personal.',
      open: ['Open the page in the editor.', 'Add a “Code” block.'],
      openSiteScript: ['Open the site settings, then “Code Injection”, then “Footer”.'],
      publish: 'Save the page.',
      missing: 'Look at the page in a window where you are not signed in. The editor may not run scripts.',
    },
    webflow: {
      name: 'Webflow',
      plan: 'Code may need a paid plan.',
      open: ['Open the page in the Designer.', 'Drag an “Embed” element onto the page.'],
      openSiteScript: ['Open the site settings, and find the place for custom code before the end of the body.'],
      publish: 'Publish the site.',
      missing: 'Look at the published page. The Designer may not run scripts.',
    },
    shopify: {
      name: 'Shopify',
      open: [
        'In the admin, select “Online Store”, then “Themes”.',
        'Select “Customize”, and choose the page.',
        'Add a “Custom Liquid” section or block.',
      ],
      publish: 'Save.',
      missing: 'Check that the section is on the page that you look at, and that the theme is the published one.',
    },
    ghost: {
      name: 'Ghost',
      open: ['Open the post or page in the editor.', 'Type “/html”, and press Enter.'],
      openSiteScript: ['Open “Settings”, then “Code injection”, then “Site footer”.'],
      publish: 'Publish the page, or update it.',
      missing: 'Look at the published page. Scripts do not run in a newsletter: there, subscribers see only the words.',
    },
    framer: {
      name: 'Framer',
      open: ['Open the page in the editor.', 'Add an “Embed”, one for each widget.', 'Choose “HTML”.'],
      size: 'Make the box as wide and as tall as the widget.',
      publish: 'Publish the site.',
      missing: 'Look at the published page, also on a phone. A narrow box shows a narrow widget.',
    },
    'google-sites': {
      name: 'Google Sites',
      open: ['Open the page in the editor.', 'Select “Insert”, then “Embed”.', 'Select “Embed code”.'],
      size: boxSize,
      publish: 'Publish the site.',
      missing: 'Wait a moment, and load the page again. Google shows the code in a frame of its own.',
    },
    godaddy: {
      name: 'GoDaddy',
      open: ['Open the page in the editor.', 'Add an “HTML” section.'],
      size: 'Enter a height that is tall enough. What does not fit scrolls inside.',
      publish: 'Publish the site.',
      missing: 'Look at the published page. Enter a greater height if a part is cut off.',
    },
    weebly: {
      name: 'Weebly',
      open: [
        'Open the page in the editor.',
        'Drag an “Embed Code” element onto the page.',
        'Select the element, and edit its code.',
      ],
      size: 'Enter a height that is tall enough. What does not fit scrolls inside.',
      publish: 'Publish the site.',
      missing: 'Look at the published page. The editor may not run scripts.',
    },
    notion: {
      name: 'Notion, and others that take only an address',
      open: ['Open the page.', 'Add a block that embeds an address.'],
      size: 'Make the block tall enough. What does not fit scrolls inside.',
      publish: 'Publish the page, or share it.',
      missing: 'Open the address by itself. If the widget is there, the builder does not show pages of your site.',
    },
    other: {
      name: 'Another builder, or a page written by hand',
      open: ['Open the page in the editor.', 'Find the place for code or HTML. Do not paste into text.'],
      publish: 'Save and publish the page.',
      missing: 'If only words are shown, the builder removed the code. Try another form: the frame, or plain HTML.',
    },
  },
  reasons: {
    noHtml:
      'A Custom Element takes a script address and a tag name, but no HTML. For the other kinds, choose “Embed HTML”.',
    onlyAddress: 'This builder takes only the address of a page, so use the frame.',
    tagsRemoved: 'WordPress removes the tag and the script when an author saves.',
    framesRemoved: 'WordPress removes frames when an author saves.',
    fieldsRemoved: 'WordPress removes form fields when an author saves.',
  },
  hints: {
    privateFrame:
      'What a parent writes stays private only in a frame of another site. In the page itself, other scripts of the page can read it.',
    unknownOrigin:
      'This builder shows the code in a frame of another site. The service that gets sign-ups has to allow that site. Send a test, and read the “Origin” of the request in the tools of the browser.',
    framedOrigin:
      'Wix shows the code in a frame of another site. Its address below is what Wix makes of yours. If a test does not arrive, read the “Origin” of the request in the tools of the browser.',
    ownFiles: 'A frame needs the files on your own site, because npm mirrors do not serve pages.',
  },
  pieces: {
    snippet: { title: 'Snippet', where: 'Paste all of it where the steps say.' },
    'site-script': {
      title: 'Script for the site',
      where: 'Add it to the site once.',
    },
    'frame-address': { title: 'Address', where: 'Paste it where the builder asks for an address.' },
    'script-address': { title: 'Server URL', where: 'Enter it in the settings of the Custom Element, as the source.' },
    'tag-name': { title: 'Tag name', where: 'Enter it in the settings of the Custom Element, exactly as here.' },
    attributes: {
      title: 'Attributes',
      where: 'Add each row in the settings of the Custom Element, under “Set Attributes”.',
    },
    velo: {
      title: 'Page code (Velo)',
      where:
        'You need it only in place of the attributes, or if your own code uses the events. Paste it into the page code.',
    },
    'strings-script': {
      title: 'Script for the language',
      where:
        'Put it on the site once, under “Settings”, “Custom Code”. Without it, the words of the widget are English.',
    },
    policy: {
      title: 'Content Security Policy',
      where:
        "If your site has such a policy, give these lines to whoever runs your server. Add them to the existing ones. Leave out trusted-types if the policy does not use it, and style-src if the policy has 'unsafe-inline' there: with both, browsers ignore 'unsafe-inline'.",
    },
    'allowed-origins': {
      title: 'Allowed origins',
      where:
        'Set it where your receiver runs, and start the receiver again. Add every other address that shows the form, with a space between.',
    },
    'json-ld': {
      title: 'Data for search engines',
      where: 'Paste it into the head of the page. Many builders call this header code.',
    },
  },
  steps: {
    pasteSnippet: 'Paste the snippet below.',
    pasteSiteScript: 'Paste the script for the site, below. You do this only once.',
    pasteAddress: 'Paste the address below.',
    source: 'Select “Choose Source”, then “Server URL”, and enter the address and the tag name below.',
    attributes: 'Select “Set Attributes”, and add the rows of the table below.',
    askForSiteScript: 'Ask whoever runs the site to add the script below to the end of every page, once.',
    stringsScript:
      'Open “Settings”, then “Custom Code”, and paste the script for the language, below. You do this only once.',
    height: ({ phone, computer }) => `On a phone it needs ${phone} px, and on a wide page ${computer} px.`,
    look: 'Look at the published page, on a computer and on a phone.',
    tries: {
      'contact-card': 'Look at the published page, and try each link of the card.',
      'circle-diagram': 'Look at the published page, and read each step of the circle.',
      'signup-form': 'Look at the published page, and send a sign-up as a test.',
      'reflection-prompt': 'Look at the published page, and read a question there.',
    },
    replace: {
      code: 'If the widget is already on the page, replace the old code with the new one.',
      address: 'If the widget is already on the page, replace the old address with the new one.',
      'custom-element': 'If the widget is already on the page, replace its old settings with the new ones.',
    },
    noPlan: 'As far as we know, you need no paid plan.',
    menus: 'Menus change. If you do not find a name, look for one that means the same.',
  },
};
