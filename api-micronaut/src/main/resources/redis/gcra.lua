-- The generic cell rate algorithm on one key, by Redis' own clock.
-- ARGV: microseconds that one attempt costs; attempts that may come at once.
-- Returns 0 when the attempt may pass, else the seconds to wait.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local cost = tonumber(ARGV[1])
local burst = tonumber(ARGV[2])
local full_at = tonumber(redis.call('GET', KEYS[1]) or now)
if full_at < now then full_at = now end
local next_full_at = full_at + cost
local wait = next_full_at - cost * burst - now
if wait > 0 then return math.ceil(wait / 1000000) end
redis.call('SET', KEYS[1], string.format('%.0f', next_full_at), 'PX', math.ceil((next_full_at - now) / 1000))
return 0
