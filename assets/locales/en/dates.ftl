## How days and times are written, on every page the server writes.

dates-day =
    { $month ->
        [1] { $number } January { $year }
        [2] { $number } February { $year }
        [3] { $number } March { $year }
        [4] { $number } April { $year }
        [5] { $number } May { $year }
        [6] { $number } June { $year }
        [7] { $number } July { $year }
        [8] { $number } August { $year }
        [9] { $number } September { $year }
        [10] { $number } October { $year }
        [11] { $number } November { $year }
       *[other] { $number } December { $year }
    }
dates-moment = { $day }, { $time } (Japan time)
dates-weekday =
    { $number ->
        [1] Mon
        [2] Tue
        [3] Wed
        [4] Thu
        [5] Fri
        [6] Sat
       *[7] Sun
    }
dates-day-of-week = { $weekday } { $day } { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    } { $year }
dates-when = { $day }, { $time }
dates-span-days = { $start } to { $end }
dates-span-hours = { $day }, { $start } to { $end }
