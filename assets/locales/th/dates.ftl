## วิธีเขียนวันและเวลา ใช้ในทุกหน้าที่เซิร์ฟเวอร์เขียน

dates-day =
    { $month ->
        [1] { $number } มกราคม { $year }
        [2] { $number } กุมภาพันธ์ { $year }
        [3] { $number } มีนาคม { $year }
        [4] { $number } เมษายน { $year }
        [5] { $number } พฤษภาคม { $year }
        [6] { $number } มิถุนายน { $year }
        [7] { $number } กรกฎาคม { $year }
        [8] { $number } สิงหาคม { $year }
        [9] { $number } กันยายน { $year }
        [10] { $number } ตุลาคม { $year }
        [11] { $number } พฤศจิกายน { $year }
       *[other] { $number } ธันวาคม { $year }
    }
dates-moment = { $day } เวลา { $time } น. (เวลาญี่ปุ่น)
dates-weekday =
    { $number ->
        [1] จ.
        [2] อ.
        [3] พ.
        [4] พฤ.
        [5] ศ.
        [6] ส.
       *[7] อา.
    }
dates-day-of-week = { $weekday } { $day } { $month ->
        [1] ม.ค.
        [2] ก.พ.
        [3] มี.ค.
        [4] เม.ย.
        [5] พ.ค.
        [6] มิ.ย.
        [7] ก.ค.
        [8] ส.ค.
        [9] ก.ย.
        [10] ต.ค.
        [11] พ.ย.
       *[12] ธ.ค.
    } { $year }
dates-when = { $day } { $time } น.
dates-span-days = { $start } ถึง { $end }
dates-span-hours = { $day } { $start }–{ $end } น.
