<?php
/**
 * What an administrator sets once for the site.
 *
 * @package Havenkit
 */

namespace Havenkit;

defined( 'ABSPATH' ) || exit;

/** Name of the option that has the settings. */
const OPTION = 'havenkit';

/**
 * Returns the settings of the site: `practice` is a contact card's configuration, `json_ld` the same as schema.org has it,
 * `receiver` what a sign-up form needs to know of where it sends, and `brand` a CSS color.
 *
 * @return array{practice: array<string, mixed>, json_ld: array<string, mixed>, receiver: array<string, mixed>, brand: string}
 */
function settings() {
	$stored = get_option( OPTION );
	$stored = is_array( $stored ) ? $stored : array();
	$list   = function ( $name ) use ( $stored ) {
		return isset( $stored[ $name ] ) && is_array( $stored[ $name ] ) ? $stored[ $name ] : array();
	};
	return array(
		'practice' => $list( 'practice' ),
		'json_ld'  => $list( 'json_ld' ),
		'receiver' => $list( 'receiver' ),
		'brand'    => isset( $stored['brand'] ) && is_string( $stored['brand'] ) ? $stored['brand'] : '',
	);
}

/**
 * Returns what a widget has by the settings of the site.
 *
 * @param string $widget Name of a widget.
 * @return array<string, mixed>
 */
function site_settings( $widget ) {
	$settings = settings();
	$known    = array(
		'contact-card' => $settings['practice'],
		'signup-form'  => $settings['receiver'],
	);
	return isset( $known[ $widget ] ) ? $known[ $widget ] : array();
}
