<?php
/**
 * What the widgets are called, and which of their settings a page may have.
 *
 * @package Havenkit
 */

namespace Havenkit;

defined( 'ABSPATH' ) || exit;

/**
 * Returns the widgets by name, such as `contact-card`.
 *
 * `attributes` and `keys` are what a page may set, as attributes of the element and as keys of its configuration. They lack
 * `site_keys`, which only an administrator sets: an author could send what visitors answer to another place.
 *
 * @return array<string, array{title: string, attributes: string[], keys: string[], site_keys: string[]}>
 */
function widgets() {
	static $widgets = null;
	if ( null === $widgets ) {
		// The build writes it from the widgets themselves.
		$widgets = require __DIR__ . '/widgets-data.php';
	}
	return $widgets;
}

/**
 * Returns the settings that a page may set.
 *
 * @param string $widget   Name of a widget.
 * @param mixed  $settings Its configuration, from a page.
 * @return array<string, mixed>
 */
function allowed_settings( $widget, $settings ) {
	return array_intersect_key( is_array( $settings ) ? $settings : array(), array_flip( widgets()[ $widget ]['keys'] ) );
}

/**
 * Returns the attributes that a page may set, those without a value left out.
 *
 * @param string $widget     Name of a widget.
 * @param mixed  $attributes Attributes by name.
 * @return array<string, string>
 */
function allowed_attributes( $widget, $attributes ) {
	$allowed = array_flip( widgets()[ $widget ]['attributes'] );
	return array_filter( array_intersect_key( is_array( $attributes ) ? $attributes : array(), $allowed ), 'is_string' );
}
