# Nombres, dates et heures, communs à toutes les pièces.

house-days = { $count ->
    [one] { $text } jour
   *[other] { $text } jours
}
house-date = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
house-time = { $date } à { $hour }
house-hour = { $hour } h { $minute }

house-weekday-1 = lundi
house-weekday-2 = mardi
house-weekday-3 = mercredi
house-weekday-4 = jeudi
house-weekday-5 = vendredi
house-weekday-6 = samedi
house-weekday-7 = dimanche

house-month-1 = janvier
house-month-2 = février
house-month-3 = mars
house-month-4 = avril
house-month-5 = mai
house-month-6 = juin
house-month-7 = juillet
house-month-8 = août
house-month-9 = septembre
house-month-10 = octobre
house-month-11 = novembre
house-month-12 = décembre
