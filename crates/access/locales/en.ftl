# Signing in.
access-sign-in-title = Sign in
access-sign-in-lead = Come in with your user name and password; then you need the code of your app.
access-sign-in-button = Continue
access-sign-in-wrong = User name or password are not right. Check them and try again: capitals matter in a password.
access-sign-in-recover = You cannot get in? Use a recovery code
access-sign-in-invited = No account yet? The lead of your city or whoever runs the program makes one: you receive a link to open once.
access-login = User name
access-password = Password
access-back = Back to the sign-in
access-out = You are signed out
access-out-more = The session is closed: nobody can go on with it on this device.
access-over = The session is over
access-over-more = It rested too long, lasted a working day, or was closed from another device. Sign in again: you come back to where you were.

# The demonstration.
access-demo-title = Try without a password
access-demo-lead = This is a demonstration: choose through whose eyes to see it.
access-demo-enter = Come in as { $what }

# The second factor.
access-code-title = The code of your app
access-code-lead = Open the app on your phone and write its six digits for LGNet here.
access-code = Code
access-code-hint = Six digits, such as 123 456. Without your phone: one of your recovery codes.
access-code-button = Come in
access-code-wrong = The code is not right, or was used already. Wait for the next one and try again.
access-code-lost = The phone is not here?
access-code-lost-more = Write one of the recovery codes you printed: each is good once. If you have none of them, whoever invited you can reset your second factor.

# Setting it up.
access-enrol-title = The second factor
access-enrol-lead = Besides the password you need a code that changes every 30 seconds: whoever finds out the password does not get in. It is set up once.
access-enrol-app = 1. Prepare the app
access-enrol-app-how = Open an app for codes on your phone, such as FreeOTP, Aegis or the one you have, and scan the picture.
access-enrol-picture = QR code to scan with the app; the same is written below
access-enrol-by-hand = If you cannot scan it, write this key into the app:
access-enrol-prove = 2. Prove that it works
access-enrol-code = The code the app shows now
access-enrol-code-hint = Six digits, such as 123 456.
access-enrol-button = Confirm
access-enrol-wrong = The code is not the one of now. Check that the time of your phone is right and write the code the app shows now.

# Recovery codes.
access-codes-title = Your recovery codes
access-codes-lead = They are shown only now. Print or copy them, and keep them away from the phone.
access-codes-keep = Each is good once: when the phone is not at hand, or to come in at once when the sign-in is locked. Codes from before are worth nothing any more.
access-codes-done = They are in a safe place: continue
access-codes = Recovery codes
access-recovery-code = Recovery code
access-recovery-code-hint = Four groups of four letters and digits, as you printed them.
access-recover-title = Come in with a recovery code
access-recover-lead = Without your phone, or when the sign-in is locked, you come in with the password and one of the codes you printed.
access-recover-else = If you lost the codes too, or do not remember the password, ask whoever invited you: they can give you a new link.
access-recover-button = Come in
access-recover-wrong = User name, password or code are not right, or the code was used already.

# Too many attempts.
access-wait-title = Too many attempts
access-wait-lead = { $n ->
    [one] You can try again in a minute.
   *[other] You can try again in { $n } minutes.
}
access-wait-why = After ten wrong attempts the sign-in stops, so that nobody can guess a password. While it is stopped not even the right password gets in.
access-wait-unlock = In a hurry? The lead of your city or whoever runs the program can unlock you at once.
access-wait-recover = Come in with a recovery code

# Invitations.
access-invitation-title = Welcome: { $name }
access-invitation-lead = You are { $role }. Choose your password: you alone know it.
access-invitation-login = You need it to come in: it is not changed here.
access-invitation-button = Continue
access-invitation-used = This link was used already
access-invitation-expired = This link is over
access-invitation-over = It is good once, for seven days. If you chose your password already, sign in; else ask whoever invited you for a new link.
access-password-new = New password
access-password-again = The same once more
access-password-hint = At least 12 characters. A phrase of four words is easier to remember than an abbreviation.
access-password-short = The password is too short: it needs at least 12 characters.
access-password-long = The password is too long: 256 characters at most.
access-password-personal = The password is little more than a name, yours or the program’s. Choose another.
access-password-common = This password is among the first that anybody would try. Choose another: four words at random, say.
access-password-differs = The two passwords are not the same: write them again.
access-password-now = Your password of now
access-password-now-hint = To be sure that it is you.
access-password-now-wrong = That is not your password of now. Nothing has changed.

# One's own account.
access-profile-title = Your profile
access-profile-lead = Who you are here, what you come in with, where you came in from.
access-profile-keep = Leave it as it is
access-profile-keys = What you come in with
access-profile-password = Change the password
access-profile-password-title = Change the password
access-profile-password-about = Closes the sessions on other devices.
access-profile-password-lead = Sessions on other devices are closed; here you stay in.
access-profile-password-button = Change the password
access-profile-password-done = The password is changed. The other sessions are closed.
access-factor = Second factor
access-profile-factor = Change phone or app
access-profile-factor-about = The code of the app.
access-profile-factor-lead = You prepare the app on the new phone: from then on the codes of the old one are worth nothing, and sessions on other devices are closed.
access-profile-codes = Make new ones
access-profile-codes-left = { $n ->
    [0] You have none left: make new ones.
    [one] You have one left.
   *[other] You have { $n } left.
}
access-profile-codes-title = New recovery codes
access-profile-codes-lead = You get ten new ones. Those from before are worth nothing any more.
access-profile-codes-button = Make the new codes
access-profile-sessions-caption = Where you came in from
access-profile-session-this = This session
access-profile-session-end = Close
access-profile-session-end-label = Close the session of { $device }, opened { $moment }
access-profile-session-done = The session is closed.
access-profile-end-all = Sign out everywhere
access-profile-end-all-about = Here too: you will have to sign in again.
access-device-unknown = device not recognised
access-column-device = Device
access-column-opened = Came in
access-column-seen = Last used
access-column-action = What you can do

# The accounts of others.
access-accounts-title = Accounts
access-accounts-lead = { $n ->
    [0] No account yet
    [one] One account
   *[other] { $n } accounts
}{ $waiting ->
    [0] {""}
    [one] ; one invitation waits for an answer
   *[other] ; { $waiting } invitations wait for an answer
}{ $locked ->
    [0] {""}
    [one] ; one sign-in is locked
   *[other] ; { $locked } sign-ins are locked
}.
access-accounts-caption = Who may come in
access-accounts-search = Search by name, user name, role or city
access-accounts-find = Search
access-accounts-invite = Invite somebody
access-accounts-keep = Back to the accounts
access-accounts-empty = Here stand the people who may come in
access-accounts-empty-more = You have not invited anybody yet.
access-accounts-none = Nobody with these words
access-accounts-none-more = Try fewer letters, or invite the person you are looking for.
access-accounts-more = These are the first { $n }: write a few letters to find the others.
access-column-name = Name
access-column-login = User name
access-column-role = Role
access-column-city = City
access-column-state = State
access-state-active = may come in
access-state-invited = has not accepted the invitation yet
access-state-half = has to set up the second factor
access-state-locked = locked after too many attempts
access-state-stopped = stopped
access-name = Name and surname
access-name-empty = Write the name.
access-name-long = The name is too long: 120 characters at most.
access-role = Role
access-role-wrong = Choose a role of the list.
access-city = City
access-city-none = No city
access-city-hint = For those who work at a desk, in the street or as city lead.
access-city-wrong = This role belongs to a city: choose which.
access-offices = Points of access
access-offices-all = all of the city
access-offices-hint = One a line, as the registers write them. Empty: all of the city.
access-login-hint = 3 to 64 small letters, digits, dots or hyphens, such as awa.diop.
access-login-wrong = Use 3 to 64 small letters without accents, digits, dots, hyphens or @, such as awa.diop.
access-login-taken = This user name is taken: choose another.
access-invite-title = Invite somebody
access-invite-lead = You get a link to hand to the person: it is good once, for seven days.
access-invite-lead-city = The person will work for { $city }. You get a link to hand to them: it is good once, for seven days.
access-invite-button = Make the invitation
access-link = Link
access-link-title = The link for { $name }
access-link-lead = Hand it to { $name } in person or by a safe message: whoever opens it first chooses the password.
access-link-once = It is shown only now.
access-link-until = It is good once, until { $moment }.
access-link-done = I have handed it over: continue
access-account-origin = Made
access-account-made = { $moment }, by { $who }
access-account-invited = invitation good until { $moment }
access-account-locked = until { $moment }
access-account-own = This is your own account: what you can change is in your profile.
access-account-change = What it is, and where
access-account-change-button = Save
access-account-change-about = When role, city or points of access change, the person has to sign in again.
access-account-more = What you can do
access-account-unlock = Unlock the sign-in
access-account-link = New link
access-account-factor = Reset the second factor
access-account-stop = Stop the account
access-account-restart = Restart the account
access-account-keep = Leave it as it is
access-account-again = This invitation was made already. The link cannot be seen again: if you did not copy it, make a new one.
access-account-changed = Saved.
access-account-stopped = The account is stopped: its sessions are closed.
access-account-restarted = The account may come in again.
access-account-unlocked = The sign-in is unlocked.
access-account-reset = The second factor is reset: at the next sign-in the person sets up a new one.
access-stop-title = Stop { $name }?
access-stop-lead = They will not come in any more, and their sessions are closed at once.
access-stop-what = What they recorded stays, with their name. You can restart the account whenever you want.
access-stop-button = Stop the account
access-again-title = A new link for { $name }
access-again-what = Whoever opens it chooses a new password, and open sessions are closed. Links from before are worth nothing at once. The second factor stays as it is.
access-again-button = Make the link
access-reset-title = Reset the second factor of { $name }?
access-reset-lead = Do this only if you are sure that you are speaking to this very person.
access-reset-what = The app and the recovery codes are worth nothing any more, and sessions are closed. At the next sign-in, after the password, the person sets up a new one.
access-reset-button = Reset the second factor

# Passkeys and institution
access-sign-in-passkey = Sign in with a passkey
access-sign-in-provider = Sign in with { $name }
access-profile-passkeys = Passkeys
access-profile-passkeys-about = A passkey is in your phone, your computer or a key on your ring, and opens with a finger or a PIN: you sign in without password and code.
access-profile-passkeys-caption = Your passkeys
access-profile-passkey-name = What you call this passkey
access-profile-passkey-add = Add a passkey
access-profile-passkey-remove = Remove
access-profile-passkey-remove-label = Remove the passkey { $name }
access-column-added = Added
access-column-used = Last used
access-keys-over = It took too long: begin again
access-keys-too-many = You have as many passkeys as possible: remove one first
access-keys-refused = This passkey opens no account here
access-keys-cancelled = You used no passkey: try again or sign in another way
access-keys-script = Adding a passkey needs JavaScript; password and code remain for signing in.
access-provider-over = This sign-in was not begun in this browser, or it took too long
access-provider-over-do = Go back to the sign-in and begin again.
access-provider-no-place = Your institution knows you, but you have no place here
access-provider-no-place-do = Ask whoever administers LGNet for a role.
access-provider-factor = Your institution did not ask for a second factor
access-provider-factor-do = Set up the second factor at your institution, then try again.
access-provider-taken = There is an account with this name here already
access-provider-taken-do = Sign in with password and code, or ask whoever administers LGNet.
access-provider-away = Your institution's service does not answer
access-provider-away-do = Try again in a few minutes, or sign in with password and code.
access-provider-refused = You are not signed in
access-provider-refused-more = Your institution did not confirm the sign-in, or you stopped it.
