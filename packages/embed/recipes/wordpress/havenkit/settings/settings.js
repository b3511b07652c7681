/** The settings page: puts the answers into the hidden fields of its form. */
(function () {
  const field = (name) => document.querySelector(`input[name="havenkit[${name}]"]`);

  for (const place of document.querySelectorAll('[data-havenkit-questions]')) {
    const { havenkitQuestions: name, widget, keys, page, title } = place.dataset;
    const { frame } = window.havenkitQuestions({
      page,
      widget,
      title,
      keys: keys.split(' '),
      settings: JSON.parse(field(name).value),
      onAnswers({ settings, jsonLd }) {
        field(name).value = JSON.stringify(settings);
        if (name === 'practice') {
          field('json_ld').value = JSON.stringify(jsonLd);
        }
      },
    });
    place.append(frame);
  }
})();
