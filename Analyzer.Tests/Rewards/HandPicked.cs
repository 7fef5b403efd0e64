namespace Analyzer.Tests.Rewards;

/// <summary>Expressions from the corners of Python, to be compared with Python itself.</summary>
internal static class HandPicked
{
    /// <summary>One a line.</summary>
    public static IEnumerable<string> Expressions => Text.Split('\n').Where(line => line.Length > 0);

    private const string Text =
        """
        {speed}**2
        ({progress}/{steps})*100
        (-20 if {episode_status}=='off_track' else 0)
        -7 // 2
        -7 % 3
        7 % -3
        -7.5 // 2
        -7.5 % 2
        7.5 % -2
        5.0 // 0.1
        1e300 % -0.3
        -0.0 % 5
        0.0 % -5 + 1
        True // 2 + False
        -2 ** 2
        2 ** -1
        2 ** 3 ** 2
        (-2) ** 3
        (-2) ** 0.5
        abs((-8) ** 0.5)
        ((-8) ** (1/3)) * 0 == 0
        (-1) ** 0.5 and 5
        ((-1) ** 0.5) ** 2 == -1
        0 ** 0
        0.0 ** 0
        0.0 ** -1
        0 ** -1
        (-0.0) ** -3
        10 ** 400
        10 ** 400 / 10 ** 399
        10 ** 308 * 10
        1e308 * 10
        10.0 ** 309
        1e308 * 10 - 1e308 * 10
        (1e308 * 10 > 1e308) * 1
        2 ** 1023 * 2.0
        2 ** 1024 * 1.0
        2 ** 1024 > 1e308
        9007199254740993 == 9007199254740992.0
        9007199254740993 > 9007199254740992.0
        9007199254740993 * 1.0
        9007199254740993 / 3
        (2 ** 64 + 1) / 3
        (2 ** 70 + 1) % 1000
        -(2 ** 70) // 7
        9223372036854775807 + 1
        -9223372036854775808 // -1
        -9223372036854775808 - 1
        9223372036854775807 * 9223372036854775807 % 1000003
        3 ** 200 // 3 ** 198
        10 ** 30 // 7 / 10 ** 28
        1 / 3
        1 / 0
        1.0 / 0
        1 // 0
        1 % 0
        1.5 % 0.0
        1 / (steps - 10)
        speed / (prev(speed) - speed)
        1 < 2 < 3
        3 > 2 > 2
        1 < 3 > 2 == 2
        0 < speed < 2 <= throttle
        1 == 1.0 == True
        1 is None
        None is None
        None == None
        None != 0
        x is not None
        True is True
        None
        not None
        None or 3
        0 or 0.0 or '' or () or [] or 7
        1 and 2 and 0 and 1/0
        1 or 1/0
        'a' and 5
        '' or -5
        not 1 == 2
        not not steps
        (not done) + 1
        True + True
        -True
        +False
        True * 2.5
        1 if steps % 2 else 2 if steps % 3 else 3
        (1 if x > 0 else 2) if y > 0 else (3 if x > 0 else 4)
        'pause' in episode_status
        episode_status in ('in_progress', 'pause')
        episode_status in ['off_track']
        episode_status not in ('in_progress',)
        'o' in 'off' 'on'
        3 in (1, 2, 3.0)
        'x' in (1, 'x')
        1 in 'abc'
        1 in 5
        (1, 2) < (1, 3)
        (1, 2) < (1, 2, 0)
        [1, 2] == [1.0, 2.0]
        (1, 2) == [1, 2]
        (1, 'a') < (1, 2)
        (1, 'a') < (2, 2)
        'abc' < 'abd'
        'a' < 1
        'a' == 1
        1 < None
        'a' + 1
        'a' * 3 == 'aaa'
        len('abc' * 2)
        len((1, 2) + (3,))
        len([0] * 4 + [1])
        len('')
        len(5)
        len(closest_waypoints)
        closest_waypoints[0]
        closest_waypoints[-1] - closest_waypoints[0]
        closest_waypoints[2]
        closest_waypoints[True]
        closest_waypoints[0.0]
        round(0.5)
        round(1.5)
        round(2.5)
        round(-0.5)
        round(-2.5)
        round(2.675, 2)
        round(0.125, 2)
        round(1.005, 2)
        round(-1.005, 2)
        round(5e-324, 323)
        round(12345.678, -2)
        round(15, -1)
        round(25, -1)
        round(-25, -1)
        round(12345, -2)
        round(12345, 3)
        round(10**25 + 5, -1) % 1000
        round(1e22 + 0.5, 1)
        round(1.7976931348623157e308, -308)
        round(2.5, None)
        round(2.5, 1.0)
        round(True)
        round('a')
        round(1e308 * 10)
        round(x, 1)
        round(x, 3) == x
        round(speed, 2)
        round(progress)
        int(-2.7)
        int(2.7)
        int(True)
        int('12') + int(' -7 ')
        int('1_000')
        int('1__0')
        int('x')
        int('1.5')
        int(1e308 * 10)
        int(1e25) % 1000
        float('1.5e3')
        float(' inf ')
        float('nan') == float('nan')
        float('1_0.5')
        float('')
        float(2 ** 1024)
        float(True)
        bool('') + bool('a') + bool(0.0) + bool([]) + bool((0,))
        bool()
        int() + float()
        abs(-3)
        abs(-3.5)
        abs(True)
        abs('a')
        min(3, 1.0, 2)
        max(1, True, 1.0)
        min((4, 2, 3))
        max([speed, throttle])
        max('abc') == 'c'
        min('b', 'a') == 'a'
        max(1, 'a')
        min(())
        max(float('nan'), 1) == 1
        max(1, float('nan')) == 1
        max((1, 2), (1, 3)) == (1, 3)
        sum((1, 2, 3.5))
        sum([0.1] * 10)
        sum((1, 2), 10)
        sum(())
        sum(('a',))
        sum(closest_waypoints)
        sum(((1,), (2,)), ()) == (1, 2)
        pow(2, 10)
        pow(2, -1)
        pow(2, 10, 1000)
        pow(-7, 3, 5)
        pow(7, 3, -5)
        pow(2, 3, 0)
        pow(2.0, 3, 5)
        pow(-8, 1 / 3)
        math.sqrt(-1)
        math.sqrt(2) ** 2 == 2
        sqrt(x * x + y * y)
        exp(710)
        exp(-1000)
        exp(1)
        log(0)
        log(-1)
        log(8, 2)
        log(10 ** 400)
        log(2, 1)
        log(1e308 * 10)
        log(progress)
        math.log(speed + 1e-9)
        sin(1e22)
        sin(1e308 * 10)
        cos(radians(heading))
        tan(math.pi / 2)
        asin(2)
        asin(-1) + acos(-1)
        acos(throttle / 4)
        atan(1e308 * 10)
        atan2(0.0, -1)
        atan2(-0.0, -1)
        atan2(y, x)
        hypot(3, 4)
        hypot(1, 2, 3)
        hypot(1e200, 1e200)
        hypot()
        hypot(x - prev(x), y - prev(y))
        floor(-0.5)
        ceil(-0.5)
        floor(1e20) % 7
        floor(10 ** 20 + 1) % 7
        floor('a')
        ceil(1e308 * 10)
        degrees(pi)
        radians(180) == pi
        e ** 2 - math.e ** 2
        fabs(-3)
        fabs(-3) == 3
        copysign(2, -0.0)
        copysign(1, steer)
        isfinite(1e308 * 10)
        isfinite(speed)
        math.isfinite('a')
        math.floor(progress) // 10
        prev(speed)
        prev({speed}, 5)
        prev(progress, 0) - progress
        prev(x, 10000)
        prev(x, -1) if False else 1
        prev(steps, 2.0) if False else 2
        progress - prev(progress)
        prev(episode_status) == episode_status
        (progress - prev(progress)) / (tstamp - prev(tstamp))
        abs(steer - prev(steer)) > 10 and -1 or 1
        action
        action ** 2 // 3 % 5
        steps
        steps // 7
        steps ** 2
        steps ** 400
        closest_waypoint ** 30
        episode * 2 + 1
        done
        all_wheels_on_track
        is_offtrack
        episode_status
        (1, 2)
        []
        'a'
        0x1F + 0b101 + 0o17
        1_000.5e1_0
        .5 + 5.
        00 + 0.0
        1e-400
        1e400
        heading / 180 * pi
        track_length * progress / 100
        (all_wheels_on_track and 1 or 0.001) * throttle
        max(0.001, 1 - abs(steering_angle) / 30) ** 0.4
        1.0 if all_wheels_on_track and speed > 1 else 1e-3
        (speed - 1) ** 0.5
        abs((speed - 1) ** 0.5)
        x ** y
        abs(x) ** y
        x % y
        x // y
        -x // 0.3
        yaw % 360
        (yaw + 180) % 360 - 180
        """;
}
