<?php
/**
 * The practice's details in the head of the home page, for search engines and for cards with source="page".
 *
 * @package Havenkit
 */

namespace Havenkit;

defined( 'ABSPATH' ) || exit;

/** Prints the practice as JSON-LD. */
function print_json_ld() {
	$json_ld = settings()['json_ld'];
	if ( ! $json_ld ) {
		return;
	}
	// With these flags, no value can end the script element.
	$json = wp_json_encode( $json_ld, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
	echo '<script type="application/ld+json">' . $json . "</script>\n"; // WPCS: XSS OK.
}
add_action( 'wp_head', 'Havenkit\print_json_ld' );
