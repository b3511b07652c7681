<?php
/**
 * What is shown of a widget where no script runs: in feeds, in excerpts, and until its file has loaded.
 *
 * @package Havenkit
 */

namespace Havenkit;

defined( 'ABSPATH' ) || exit;

/**
 * Returns a setting that is a text.
 *
 * @param array<string, mixed> $settings Configuration of a widget.
 * @param string               $name     Name of the setting.
 * @return string Empty if there is none.
 */
function text_setting( array $settings, $name ) {
	return isset( $settings[ $name ] ) && is_scalar( $settings[ $name ] ) ? trim( (string) $settings[ $name ] ) : '';
}

/**
 * Returns a link for a telephone number or an email address.
 *
 * @param string $scheme `tel` or `mailto`.
 * @param string $target Number or address.
 * @return string
 */
function contact_link( $scheme, $target ) {
	$address = 'tel' === $scheme ? preg_replace( '/[^0-9+]/', '', $target ) : $target;
	return '<a href="' . esc_url( "$scheme:$address", array( 'tel', 'mailto' ) ) . '">' . esc_html( $target ) . '</a>';
}

/**
 * Returns the texts of a list of reflection prompts, each a text or an object with one.
 *
 * @param array<string, mixed> $settings Configuration of a widget.
 * @return string[]
 */
function prompts_of( array $settings ) {
	$texts = array();
	foreach ( isset( $settings['prompts'] ) && is_array( $settings['prompts'] ) ? $settings['prompts'] : array() as $prompt ) {
		$texts[] = is_array( $prompt ) ? text_setting( $prompt, 'text' ) : text_setting( array( $prompt ), 0 );
	}
	return array_filter( $texts );
}

/**
 * Returns how to reach the practice.
 *
 * @param array<string, mixed> $settings Configuration of a widget.
 * @return string[] HTML
 */
function contact_lines( array $settings ) {
	$lines = array();
	foreach ( array(
		'telephone' => 'tel',
		'email'     => 'mailto',
	) as $setting => $scheme ) {
		$target = text_setting( $settings, $setting );
		if ( '' !== $target ) {
			$lines[] = contact_link( $scheme, $target );
		}
	}
	return $lines;
}

/**
 * Returns the fallback content of a widget: what it is called, what it says, and how to reach the practice.
 *
 * @param string               $widget   Name of the widget.
 * @param array<string, mixed> $settings Its configuration.
 * @return string HTML
 */
function fallback( $widget, array $settings ) {
	$name  = text_setting( $settings, 'name' );
	$title = '' !== $name ? $name : text_setting( $settings, 'title' );
	$texts = array( $title, text_setting( $settings, 'description' ), text_setting( $settings, 'summary' ) );
	$lines = array_map( 'esc_html', array_merge( $texts, prompts_of( $settings ) ) );
	if ( 'signup-form' === $widget ) {
		// Whoever cannot sign up here calls.
		$provider = isset( $settings['provider'] ) && is_array( $settings['provider'] ) ? $settings['provider'] : array();
		$settings = $settings + $provider + settings()['practice'];
	}
	if ( 'signup-form' === $widget || 'contact-card' === $widget ) {
		$lines = array_merge( $lines, contact_lines( $settings ) );
	}
	return '<p>' . implode( '<br />', array_filter( $lines ) ) . '</p>';
}
