<?php
/**
 * The element of a widget, as pages have it.
 *
 * @package Havenkit
 */

namespace Havenkit;

defined( 'ABSPATH' ) || exit;

/**
 * Returns a widget's element, and sees to it that the page loads its file.
 *
 * @param string                $widget     Name of a widget.
 * @param array<string, mixed>  $settings   Its configuration. What a page may not set is left out.
 * @param array<string, string> $attributes Its attributes. What a page may not set is left out.
 * @param string                $content    Fallback content; that of the settings if it is empty.
 * @param string                $wrapper    Attributes of the element around it.
 * @return string HTML
 */
function element( $widget, $settings, $attributes = array(), $content = '', $wrapper = 'class="havenkit"' ) {
	$attributes = allowed_attributes( $widget, $attributes );
	$settings   = allowed_settings( $widget, $settings );
	// A card of its own is not mixed with the practice's. What a page may not set, only the site has.
	$is_own = 'contact-card' === $widget && ( $settings || $attributes );
	$all    = $is_own ? $settings : $settings + site_settings( $widget );
	if ( '' === trim( $content ) ) {
		$content = fallback( $widget, $attributes + $all );
	}
	if ( is_feed() ) {
		return $content;
	}
	wp_enqueue_script( LOADER );
	$all += array_filter( array( 'brand' => settings()['brand'] ) );
	$html = '';
	// These two are attributes of every element.
	foreach ( array( 'lang', 'dir' ) as $name ) {
		$attributes += array_filter( array( $name => text_setting( $all, $name ) ) );
		unset( $all[ $name ] );
	}
	foreach ( $attributes as $name => $value ) {
		$html .= ' ' . $name . '="' . esc_attr( $value ) . '"';
	}
	if ( $all ) {
		$html .= ' config="' . esc_attr( wp_json_encode( $all ) ) . '"';
	}
	// No blank line, of which WordPress would make a paragraph.
	return "<div $wrapper><haven-$widget$html>$content</haven-$widget></div>";
}
