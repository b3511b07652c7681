/** The blocks in the editor: the widget as visitors see it, and its questions in the side panel. */
(function ({ blocks, blockEditor, components, element, i18n }, { titles, questions, keys, site }) {
  const { createElement, useEffect, useRef, useState } = element;
  const { __ } = i18n;

  /** Without these characters, WordPress keeps the JSON of every role as it is. */
  const toJson = (settings) =>
    JSON.stringify(settings).replace(/[<>&]/g, (sign) => '\\u' + sign.charCodeAt(0).toString(16).padStart(4, '0'));

  const fromJson = (json) => {
    try {
      return JSON.parse(json || '{}');
    } catch {
      return {};
    }
  };

  /** The questions about a widget. */
  function Questions({ widget, settings, onAnswers }) {
    const place = useRef();
    const view = useRef();
    const answered = useRef();
    answered.current = onAnswers;
    useEffect(() => {
      view.current = window.havenkitQuestions({
        page: questions,
        widget,
        keys: keys[widget],
        settings,
        /* translators: %s: name of a widget */
        title: i18n.sprintf(__('Questions about the %s', 'havenkit'), titles[widget]),
        onAnswers: (answers) => answered.current(answers.settings),
      });
      place.current.append(view.current.frame);
      return () => view.current.remove();
    }, []);
    // After an undo, for example.
    useEffect(() => view.current.show(settings), [settings]);
    return createElement('div', { ref: place });
  }

  /** The questions in the side panel, or in a window when there is not enough room. */
  function Panel({ widget, settings, onAnswers }) {
    const [isLarge, setLarge] = useState(false);
    const asked = createElement(Questions, { widget, settings, onAnswers });
    return createElement(
      components.PanelBody,
      { title: __('Questions', 'havenkit') },
      createElement(
        components.Button,
        { variant: 'secondary', onClick: () => setLarge(true) },
        __('Open in a larger window', 'havenkit'),
      ),
      isLarge
        ? createElement(
            components.Modal,
            { title: titles[widget], onRequestClose: () => setLarge(false), style: { width: '45em' } },
            asked,
          )
        : asked,
    );
  }

  /** The widget as visitors see it. It sends nothing. */
  function Preview({ widget, settings }) {
    const isOwn = widget === 'contact-card' && Object.keys(settings).length > 0;
    const config = JSON.stringify({
      ...(isOwn ? {} : site[widget]),
      ...settings,
      ...(widget === 'signup-form' ? { adapter: 'event', endpoint: undefined } : {}),
    });
    return createElement(
      'div',
      { inert: '' },
      createElement(`haven-${widget}`, { config }, __('Answer the questions in the panel beside.', 'havenkit')),
    );
  }

  for (const widget of Object.keys(titles)) {
    blocks.registerBlockType(`havenkit/${widget}`, {
      apiVersion: 3,
      title: titles[widget],
      category: 'widgets',
      icon: 'heart',
      attributes: { settings: { type: 'string', default: '' } },
      supports: { align: ['wide', 'full'], html: false },
      edit({ attributes, setAttributes }) {
        const settings = element.useMemo(() => fromJson(attributes.settings), [attributes.settings]);
        const onAnswers = (answers) => setAttributes({ settings: toJson(answers) });
        return createElement(
          element.Fragment,
          null,
          createElement(blockEditor.InspectorControls, null, createElement(Panel, { widget, settings, onAnswers })),
          createElement('div', blockEditor.useBlockProps(), createElement(Preview, { widget, settings })),
        );
      },
      save: () => null,
    });
  }
})(window.wp, window.havenkitEditor);
