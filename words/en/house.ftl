# Numbers, dates and hours, shared by all rooms.

house-days = { $count ->
    [one] { $text } day
   *[other] { $text } days
}
house-date = { $weekday } { $day } { $month } { $year }
house-time = { $date } at { $hour }
house-hour = { $hour }:{ $minute }

house-weekday-1 = Monday
house-weekday-2 = Tuesday
house-weekday-3 = Wednesday
house-weekday-4 = Thursday
house-weekday-5 = Friday
house-weekday-6 = Saturday
house-weekday-7 = Sunday

house-month-1 = January
house-month-2 = February
house-month-3 = March
house-month-4 = April
house-month-5 = May
house-month-6 = June
house-month-7 = July
house-month-8 = August
house-month-9 = September
house-month-10 = October
house-month-11 = November
house-month-12 = December
