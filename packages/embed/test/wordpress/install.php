<?php
// Installs WordPress, with an administrator and an author.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url(getenv('SITE'), PHP_URL_HOST) . ':' . parse_url(getenv('SITE'), PHP_URL_PORT);
require getenv('FOLDER') . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install('Riverbend Family Center', 'administrator', 'administrator@riverbend.example', false, '', 'password');
wp_insert_user(['user_login' => 'author', 'user_pass' => 'password', 'role' => 'author', 'user_email' => 'author@riverbend.example']);
update_option('siteurl', getenv('SITE'));
update_option('home', getenv('SITE'));
