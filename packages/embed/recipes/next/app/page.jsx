import { ContactCard } from './contact-card.jsx';

export default function Page() {
  return (
    <ContactCard name="Riverbend Family Center" telephone="+1-503-555-0142">
      <p>
        Riverbend Family Center, <a href="tel:+15035550142">+1-503-555-0142</a>
      </p>
    </ContactCard>
  );
}
