<?php
/**
 * The files of the widgets, which come with the plugin: nothing is loaded from another site.
 *
 * @package Havenkit
 */

namespace Havenkit;

defined( 'ABSPATH' ) || exit;

/** Handle of the script that a page with a widget has. It loads what the page uses. */
const LOADER = 'havenkit-loader';

/** Handle of the script with all widgets, for the preview in the editor. */
const ALL_WIDGETS = 'havenkit-all';

/**
 * Returns the address of one of the plugin's files.
 *
 * @param string $path Path in the plugin's folder.
 * @return string
 */
function file_url( $path ) {
	return plugins_url( $path, MAIN_FILE );
}

/**
 * Returns the version of the plugin, for the addresses of its files.
 *
 * @return string
 */
function version() {
	return get_file_data( MAIN_FILE, array( 'version' => 'Version' ) )['version'];
}

/** Registers the scripts. Printed in the footer, they delay nothing. */
function register_scripts() {
	wp_register_script( LOADER, file_url( 'files/loader.classic.js' ), array(), version(), true );
	wp_register_script( 'havenkit-questions', file_url( 'editor/questions.js' ), array(), version(), true );
	wp_register_script( ALL_WIDGETS, file_url( 'files/haven.js' ), array(), version(), true );
}
add_action( 'init', 'Havenkit\register_scripts', 5 );

/**
 * Keeps optimizers from moving the loader into another file: it finds the widgets' files by its own address.
 *
 * @param string $tag    Script element.
 * @param string $handle Handle of the script.
 * @return string
 */
function mark_loader( $tag, $handle ) {
	if ( LOADER !== $handle ) {
		return $tag;
	}
	return str_replace( '<script ', '<script data-noptimize="1" data-no-optimize="1" data-cfasync="false" ', $tag );
}
add_filter( 'script_loader_tag', 'Havenkit\mark_loader', 10, 2 );

/** Loads every widget in every language where a block shows it in the editor. On the site, the loader does that. */
function enqueue_preview() {
	if ( ! is_admin() ) {
		return;
	}
	foreach ( (array) glob( dirname( MAIN_FILE ) . '/files/locales/*.js' ) as $path ) {
		$name = basename( $path );
		wp_enqueue_script( "havenkit-words-$name", file_url( "files/locales/$name" ), array(), version(), true );
	}
	wp_enqueue_script( ALL_WIDGETS );
}
// In the page of the editor, and in the frame in which newer versions show the post.
add_action( 'enqueue_block_assets', 'Havenkit\enqueue_preview' );
