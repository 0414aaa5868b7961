## Pages the server itself writes: refusals, privacy, accessibility.

pages-town = Virtual Kashima
pages-back = Back to the town
pages-languages = Language
pages-refused = We could not show you that

pages-privacy-title = Privacy
pages-privacy-lead = You can walk this town without telling anybody who you are. This page says what the town remembers and what it does not.
pages-privacy-kept-title = What is remembered
pages-privacy-kept = Your nickname, your look, your language, your answer to whether you may be remembered, when you came in and how long you were active, the events you took part in, the badges and stamps you were given, and which code or word gave you a badge. A visitor is known only by a number made at random.
pages-privacy-not-kept-title = What is not
pages-privacy-not-kept = We do not ask for your real name, e-mail, telephone or address. What people say is not stored. The network address you come from is written in no log and no table; to keep mischief out, a code made from it that cannot be turned back is held for a few minutes. There is no advertising, no tracking and nothing from other companies.
pages-privacy-cookie-title = The cookie
pages-privacy-cookie = There is one cookie, the passport. If you agreed to be remembered it stays for 400 days after your latest visit; otherwise it is gone when you close the browser, and that visit is never tied to a later one.
pages-privacy-live-title = While you are in town
pages-privacy-live = Your nickname, your look and where you stand are seen by the others in the same place. The staff of an event see who is present, and may ask someone to leave for a stated reason. That reason is kept together with the visitor’s number.
pages-privacy-chain-title = Badges and the blockchain
pages-privacy-chain = The chain holds only a badge’s number, the day, and an address made at random. Only the town’s own table knows that the address is yours; once that is erased, it is nobody’s.
pages-privacy-wallet-title = Wallets
pages-privacy-wallet = When you link a wallet, the town keeps its address. A link alone stays in the town and can be undone at any time. If you move your badges, the link with your wallet is public on the blockchain and cannot be erased.
pages-privacy-erase-title = See and erase
pages-privacy-erase = Badges and Settings in the town show what is remembered about you. Choose “Erase my records” there and it is gone at once. What then remains is a count of visits that belong to nobody.
pages-privacy-staff-title = What the city sees
pages-privacy-staff = The city sees how many people came and how many came back, as figures without names. Figures about small groups are withheld, so that nobody can be made out.

pages-accessibility-title = Accessibility
pages-accessibility-lead = Everybody should be able to walk the same town, whatever their age, body or device.
pages-accessibility-aim-title = What we aim for
pages-accessibility-aim = Every page aims at level AA of JIS X 8341-3:2016 (WCAG 2.x AA). No independent test has been made yet.
pages-accessibility-ways-title = Many ways to walk
pages-accessibility-ways = Walk by keyboard, mouse or finger, or simply choose where to go. The map town offers the same in text and map, and works with a screen reader. You can ask for less motion and for lighter pictures. Every sentence exists in five languages.
pages-accessibility-known-title = What is not good enough yet
pages-accessibility-known = The picture of the 3D town itself is not conveyed by a screen reader. Please use the map town instead.
pages-accessibility-tell-title = If something is in your way
pages-accessibility-tell = Please tell the staff of an event or the city office. It helps us put it right.
