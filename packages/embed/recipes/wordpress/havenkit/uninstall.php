<?php
/**
 * Deletes what the plugin has stored when somebody deletes the plugin.
 *
 * @package Havenkit
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'havenkit' );
