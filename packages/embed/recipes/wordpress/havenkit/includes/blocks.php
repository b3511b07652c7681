<?php
/**
 * A block for each widget. Its settings are JSON in one attribute, which WordPress keeps as it is for every role.
 *
 * @package Havenkit
 */

namespace Havenkit;

defined( 'ABSPATH' ) || exit;

/**
 * Returns the configuration in a block.
 *
 * @param array<string, mixed> $attributes Attributes of the block.
 * @return mixed
 */
function block_settings( $attributes ) {
	return json_decode( isset( $attributes['settings'] ) ? (string) $attributes['settings'] : '', true );
}

/**
 * Returns what the script of the editor needs to know.
 *
 * @return array<string, mixed>
 */
function editor_data() {
	$names = array_keys( widgets() );
	return array(
		'titles'    => wp_list_pluck( widgets(), 'title' ),
		'keys'      => wp_list_pluck( widgets(), 'keys' ),
		'questions' => file_url( 'questions/' . questions_page() ),
		'site'      => array_combine( $names, array_map( 'Havenkit\site_settings', $names ) ),
	);
}

/** Registers the blocks, and the script that edits them. */
function register_blocks() {
	$needed = array( 'havenkit-questions', 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n' );
	wp_register_script( 'havenkit-editor', file_url( 'editor/blocks.js' ), $needed, version(), true );
	wp_add_inline_script( 'havenkit-editor', 'window.havenkitEditor = ' . wp_json_encode( editor_data(), JSON_HEX_TAG ) . ';', 'before' );
	foreach ( widgets() as $widget => list( 'title' => $title ) ) {
		register_block_type(
			"havenkit/$widget",
			array(
				'api_version'           => 3,
				'title'                 => $title,
				'category'              => 'widgets',
				'attributes'            => array(
					'settings' => array(
						'type'    => 'string',
						'default' => '',
					),
				),
				'supports'              => array(
					'align' => array( 'wide', 'full' ),
					'html'  => false,
				),
				'editor_script_handles' => array( 'havenkit-editor' ),
				'render_callback'       => function ( $attributes ) use ( $widget ) {
					$wrapper = get_block_wrapper_attributes( array( 'class' => 'havenkit' ) );
					return element( $widget, block_settings( $attributes ), array(), '', $wrapper );
				},
			)
		);
	}
}
add_action( 'init', 'Havenkit\register_blocks' );

/**
 * Returns the page with the questions, in the language of the person who edits.
 *
 * @return string
 */
function questions_page() {
	list( $language ) = explode( '_', determine_locale() );
	$page             = "$language.html";
	return file_exists( dirname( MAIN_FILE ) . "/questions/$page" ) ? $page : 'index.html';
}
