## Signing in to IAM Identity Center

sign-in-confirm =
    Ouvrez { $page }
    et confirmez le code { $code }.
sign-in-waiting = En attente de votre confirmation sur cette page. Ctrl-C arrête.
sign-in-done = Le profil `{ $profile }` est connecté.
sign-in-by-cli = L’AWS CLI le connecte :
sign-in = Se connecter
sign-in-profile = Connecter le profil { $profile }
sign-in-head = Connecter `{ $profile }`
sign-in-asking = Demande d’un code à AWS
sign-in-text = Confirmez sur la page qu’elle affiche ce code. Vos choix sont conservés, et l’AWS CLI est connectée du même coup.
sign-in-open = Ouvrir la page
sign-in-wait = En attente de votre confirmation
