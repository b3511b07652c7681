/**
 * A frame with the questions about a widget. It sends the answers whenever they change:
 * `{ type: 'havenkit-answers', widget, settings, jsonLd, height }`.
 */
(function () {
  /**
   * Makes the frame.
   *
   * @param {Object}   options
   * @param {string}   options.page      Address of the page with the questions, on this site.
   * @param {string}   options.widget    Name of the widget.
   * @param {string[]} options.keys      Settings to ask for.
   * @param {Object}   options.settings  Answers so far.
   * @param {string}   options.title     Name of the frame, for screen readers.
   * @param {Function} options.onAnswers Called with what the frame sends.
   * @return {{ frame: HTMLIFrameElement, show: Function, remove: Function }} The frame; what shows other answers in it, and
   *         what ends it.
   */
  window.havenkitQuestions = function (options) {
    const frame = document.createElement('iframe');
    let last;
    const show = function (settings) {
      const json = JSON.stringify(settings);
      // What the frame has sent is what it shows.
      if (json === last) {
        return;
      }
      last = json;
      const { widget, keys } = options;
      const state = { widget, keys, configurations: { [widget]: settings } };
      frame.src = options.page + '#' + encodeURIComponent(JSON.stringify(state));
    };
    const listen = function ({ source, origin, data }) {
      if (source !== frame.contentWindow || origin !== window.origin || !data || data.type !== 'havenkit-answers') {
        return;
      }
      frame.style.height = data.height + 'px';
      const json = JSON.stringify(data.settings);
      if (json !== last) {
        last = json;
        options.onAnswers(data);
      }
    };
    frame.title = options.title;
    frame.style.cssText = 'display: block; height: 20em; margin: 6px -6px; width: calc(100% + 12px); border: 0;';
    window.addEventListener('message', listen);
    show(options.settings);
    return {
      frame,
      show,
      remove() {
        window.removeEventListener('message', listen);
        frame.remove();
      },
    };
  };
})();
