<?php
/**
 * A shortcode for each widget, for the classic editor, text widgets and page builders:
 *
 *   [haven_contact_card name="Riverbend Family Center" telephone="+1-503-555-0142"]
 *
 * It has the attributes of the element. Fallback content may stand between it and [/haven_contact_card].
 *
 * @package Havenkit
 */

namespace Havenkit;

defined( 'ABSPATH' ) || exit;

/** Adds the shortcodes. */
function add_shortcodes() {
	foreach ( array_keys( widgets() ) as $widget ) {
		add_shortcode(
			'haven_' . str_replace( '-', '_', $widget ),
			function ( $attributes, $content = '' ) use ( $widget ) {
				return element( $widget, array(), $attributes, (string) $content );
			}
		);
	}
}
add_action( 'init', 'Havenkit\add_shortcodes' );
