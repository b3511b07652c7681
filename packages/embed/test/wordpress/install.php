<?php
// Installs WordPress, with a person of each role that writes.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url(getenv('SITE'), PHP_URL_HOST) . ':' . parse_url(getenv('SITE'), PHP_URL_PORT);
require getenv('FOLDER') . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install('Riverbend Family Center', 'administrator', 'administrator@riverbend.example', false, '', 'password');
foreach (['editor', 'author', 'contributor'] as $role) {
    wp_insert_user(['user_login' => $role, 'user_pass' => 'password', 'role' => $role, 'user_email' => "$role@riverbend.example"]);
}
update_option('siteurl', getenv('SITE'));
update_option('home', getenv('SITE'));
