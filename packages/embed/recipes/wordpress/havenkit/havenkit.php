<?php
/**
 * Plugin Name:       Havenkit
 * Plugin URI:        https://github.com/havenkit/havenkit
 * Description:       A contact card, a circle diagram, a sign-up form and a reflection prompt for the pages of a practice.
 * Version:           0.0.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            Havenkit
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       havenkit
 *
 * @package Havenkit
 */

namespace Havenkit;

defined( 'ABSPATH' ) || exit;

/** The main file, by which WordPress knows the plugin. */
const MAIN_FILE = __FILE__;

require __DIR__ . '/includes/widgets.php';
require __DIR__ . '/includes/settings.php';
require __DIR__ . '/includes/assets.php';
require __DIR__ . '/includes/fallback.php';
require __DIR__ . '/includes/element.php';
require __DIR__ . '/includes/shortcodes.php';
require __DIR__ . '/includes/blocks.php';
require __DIR__ . '/includes/json-ld.php';
if ( is_admin() ) {
	require __DIR__ . '/includes/settings-page.php';
}
