# What a run says while it works: retries, limits, why something stays.

apply-account-live = le compte `{ $id }` dans `{ $region }`
apply-account-practice = le compte d’entraînement `{ $id }` dans `{ $region }`
apply-still = toujours `{ $state }` après { $minutes } min
apply-retry-not-yet = créé il y a un instant, pas encore visible partout
apply-retry-throttled = AWS demande moins d’appels
apply-retry-in-use = encore utilisé : { $message }
apply-retry-other = aucune réponse exploitable : { $message }
apply-sign-in = la session a expiré ; reconnectez-vous avec `{ $line }` ({ $message })
apply-no-longer-so = l’état voulu était en place lors de l’établissement du plan, il ne l’est plus ; refaites le plan
apply-not-there = AWS a répondu, et rien de tel n’existe
apply-still-there = AWS a répondu, et l’élément est encore là
apply-undo-blocked = Quelque chose qui existe encore en a besoin : { $blocker }
