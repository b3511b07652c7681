<?php
/**
 * The page Settings > Havenkit: the practice's details, where sign-ups go, and the color of the site.
 *
 * @package Havenkit
 */

namespace Havenkit;

defined( 'ABSPATH' ) || exit;

/** Name of the page, and of the group of its settings. */
const PAGE = 'havenkit';

/** Settings of a sign-up form that a site has for all of its forms, besides those that a page may not have. */
const FORM_SETTINGS = array( 'privacyUrl', 'keeps', 'consentVersion' );

/**
 * Returns what the page asks: the name of a setting, and the widget and keys that its questions are about.
 *
 * @return array<string, array{widget: string, keys: string[]}>
 */
function questions() {
	$all = widgets();
	return array(
		'practice' => array(
			'widget' => 'contact-card',
			'keys'   => array_merge( $all['contact-card']['keys'], $all['contact-card']['site_keys'] ),
		),
		'receiver' => array(
			'widget' => 'signup-form',
			'keys'   => array_merge( $all['signup-form']['site_keys'], FORM_SETTINGS ),
		),
	);
}

/** Adds the page to the menu. */
function add_page() {
	add_options_page( 'Havenkit', 'Havenkit', 'manage_options', PAGE, 'Havenkit\print_page' );
}
add_action( 'admin_menu', 'Havenkit\add_page' );

/** Lets the page save the option. */
function register_option() {
	register_setting(
		PAGE,
		OPTION,
		array(
			'type'              => 'object',
			'sanitize_callback' => 'Havenkit\sanitize',
		)
	);
}
add_action( 'admin_init', 'Havenkit\register_option' );

/**
 * Returns what the page has sent, as it is stored. What is no JSON leaves what was stored before.
 *
 * @param mixed $sent Texts by name; JSON but for the color.
 * @return array<string, mixed>
 */
function sanitize( $sent ) {
	$sent = is_array( $sent ) ? $sent : array();
	// WordPress calls this again with what it has returned.
	$read   = function ( $name ) use ( $sent ) {
		$value = isset( $sent[ $name ] ) ? $sent[ $name ] : null;
		$value = is_string( $value ) ? json_decode( $value, true ) : $value;
		return is_array( $value ) ? $value : settings()[ $name ];
	};
	$stored = array(
		'json_ld' => $read( 'json_ld' ),
		'brand'   => isset( $sent['brand'] ) ? sanitize_text_field( $sent['brand'] ) : '',
	);
	foreach ( questions() as $name => list( 'keys' => $keys ) ) {
		$stored[ $name ] = array_intersect_key( $read( $name ), array_flip( $keys ) );
	}
	return $stored;
}

/**
 * Loads the page's script.
 *
 * @param string $hook Name of the page that is shown.
 */
function enqueue_page( $hook ) {
	if ( 'settings_page_' . PAGE !== $hook ) {
		return;
	}
	wp_enqueue_script( 'havenkit-settings', file_url( 'settings/settings.js' ), array( 'havenkit-questions' ), version(), true );
}
add_action( 'admin_enqueue_scripts', 'Havenkit\enqueue_page' );

/**
 * Prints a part of the page: questions, whose answers go into a hidden field.
 *
 * @param string $name  Name of the setting.
 * @param string $title Title of the part.
 * @param string $text  What it is for.
 */
function print_questions( $name, $title, $text ) {
	$question = questions()[ $name ];
	$value    = settings()[ $name ];
	printf(
		'<h2>%s</h2><p>%s</p><div data-havenkit-questions="%s" data-widget="%s" data-keys="%s" data-page="%s" data-title="%s"></div>
		<input type="hidden" name="%s[%s]" value="%s" />',
		esc_html( $title ),
		esc_html( $text ),
		esc_attr( $name ),
		esc_attr( $question['widget'] ),
		esc_attr( implode( ' ', $question['keys'] ) ),
		esc_url( file_url( 'questions/' . questions_page() ) ),
		esc_attr( $title ),
		esc_attr( OPTION ),
		esc_attr( $name ),
		esc_attr( wp_json_encode( (object) $value ) )
	);
}

/** Prints the page. */
function print_page() {
	$settings = settings();
	?>
	<div class="wrap">
		<h1>Havenkit</h1>
		<form action="options.php" method="post">
			<?php
			settings_fields( PAGE );
			print_questions(
				'practice',
				__( 'Your practice', 'havenkit' ),
				__( 'A contact card without answers of its own shows this. Search engines find it in the head of every page.', 'havenkit' )
			);
			print_questions(
				'receiver',
				__( 'Where sign-ups go', 'havenkit' ),
				__( 'Every sign-up form of this site sends to this address. Authors cannot choose another one.', 'havenkit' )
			);
			?>
			<input type="hidden" name="havenkit[json_ld]" value="<?php echo esc_attr( wp_json_encode( (object) $settings['json_ld'] ) ); ?>" />
			<h2><?php esc_html_e( 'Looks', 'havenkit' ); ?></h2>
			<p>
				<label for="havenkit-brand"><?php esc_html_e( 'Color of your site', 'havenkit' ); ?></label><br />
				<input
					type="text"
					class="regular-text"
					id="havenkit-brand"
					name="havenkit[brand]"
					value="<?php echo esc_attr( $settings['brand'] ); ?>"
					aria-describedby="havenkit-brand-help"
				/>
			</p>
			<p id="havenkit-brand-help">
				<?php esc_html_e( 'For example #2f6f5e, or var(--wp--preset--color--primary) for a color of your theme. Text stays readable with any color.', 'havenkit' ); ?>
			</p>
			<?php submit_button(); ?>
		</form>
	</div>
	<?php
}
