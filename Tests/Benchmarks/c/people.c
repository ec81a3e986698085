/* A company's employees as JSON lines (about 1.1 kB each) or CSV, the same for the same seed.
 *
 * people COUNT VERSION ORDER SEED [csv]
 *   VERSION  base   as first read
 *            noise  every record differs, nothing that is mapped does (a new `updated_at`)
 *            one    like noise, 1 % with a new title
 *            all    like noise, all with a new title and level
 *            gone   like all, without 1 % (who lead nobody)
 *   ORDER    sorted, shuffled
 *
 * Everybody's values follow from the seed and the own number alone, whatever the order. Employee n is led by (n - 1) / 8. About 1 % each are
 * contractors, in a country out of scope, or have left; leaders never, so that every manager becomes a user. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof(*list))

static const char *first_names[] = {
    "Anna", "Björn", "Chiara", "David", "Elif", "François", "Grace", "Håkan", "Ines", "José", "Karin", "Łukasz", "Maria", "Noah", "Olga",
    "Peter", "Qi", "Rosa", "Sven", "Tariq", "Ursula", "Victor", "Wendy", "Xenia", "Yusuf", "Zoë", "Amir", "Beatriz", "Carl", "Dana", "Erik", "Fatima"};
static const char *last_names[] = {
    "Andersson", "Bauer", "Costa", "Dubois", "Eriksen", "Fischer", "García", "Hansen", "Ivanova", "Jansen", "Kowalski", "Lindqvist", "Müller",
    "Nguyen", "O'Brien", "Petrov", "Quinn", "Rossi", "Sørensen", "Tanaka", "Ueda", "Varga", "Weber", "Xu", "Yılmaz", "Zhang", "Ahmed", "Brown", "Clark",
    "Díaz", "Evans", "Fernandes"};
static const char *countries[] = {"SE", "DE", "FR", "NL", "GB", "ES", "PL", "US"};
static const char *languages[] = {"en", "sv-SE", "de", "fr-FR", "nl", "es"};
static const char *cities[] = {"Stockholm", "Berlin", "Lyon", "Utrecht", "Leeds", "Sevilla", "Gdańsk", "Austin"};

static uint64_t seed;

static uint64_t mix(uint64_t value) { /* splitmix64 */
    value += 0x9e3779b97f4a7c15;
    value = (value ^ value >> 30) * 0xbf58476d1ce4e5b9;
    value = (value ^ value >> 27) * 0x94d049bb133111eb;
    return value ^ value >> 31;
}

/* One of `choices`, by person and purpose. */
static unsigned pick(uint64_t person, uint64_t purpose, unsigned choices) { return mix(mix(person ^ seed << 32) ^ purpose) % choices; }

enum version { BASE, NOISE, ONE, ALL, GONE };

struct person {
    unsigned id, manager, title, level, department, location, division, country, status, day, month, year;
    const char *first, *last, *type, *language, *nation, *end, *updated;
    bool has_manager;
};

/* false: is not delivered. */
static bool make(unsigned n, unsigned count, enum version version, struct person *p) {
    bool leads = (uint64_t)n * 8 + 1 < count;
    unsigned fate = leads ? 99 : pick(n, 1, 100);
    unsigned share = pick(n, 2, 100);
    if (version == GONE && !leads && share == 7) return false;
    p->id = 1000001 + n;
    p->has_manager = n > 0;
    p->manager = n > 0 ? 1000001 + (n - 1) / 8 : 0;
    p->title = pick(n, 3, 300);
    p->level = pick(n, 4, 12);
    if (version >= ALL || (version == ONE && share == 3)) p->title = (p->title + 1) % 300;
    if (version >= ALL) p->level++;
    p->department = pick(n, 5, 40);
    p->location = pick(n, 6, 60);
    p->division = pick(n, 7, 8);
    p->country = pick(n, 8, COUNT(countries));
    p->status = leads ? 1 : pick(n, 9, 50);
    p->first = first_names[pick(n, 10, COUNT(first_names))];
    p->last = last_names[pick(n, 11, COUNT(last_names))];
    p->language = languages[pick(n, 12, COUNT(languages))];
    p->day = 1 + pick(n, 13, 28);
    p->month = 1 + pick(n, 14, 12);
    p->year = 1995 + pick(n, 15, 24);
    p->type = fate == 0 ? "contractor" : "full_time";
    p->nation = fate == 1 ? "AQ" : countries[p->country];
    p->end = fate == 2 ? "2020-06-30" : fate < 12 ? "2040-12-31" : NULL;
    p->updated = version >= NOISE ? "2025-11-03T04:05:06Z" : "2025-10-02T03:04:05Z";
    return true;
}

static void write_json(const struct person *p) {
    char manager[160] = "null", end[32] = "null";
    if (p->has_manager)
        snprintf(manager, sizeof manager, "{\"id\":\"%u\",\"name\":\"Leader %u\",\"email\":\"leader.%u@example.com\"}", p->manager, p->manager, p->manager);
    if (p->end) snprintf(end, sizeof end, "\"%s\"", p->end);
    printf(
        "{\"id\":\"%u\",\"first_name\":\"%s\",\"last_name\":\"%s\",\"display_name\":\"%s %s\",\"title\":\"Title %u\",\"department\":\"Department %u\","
        "\"department_id\":\"d-%u\",\"division\":\"Division %u\",\"team\":\"Team %u\",\"location\":\"Location %u\",\"country\":\"%s\",\"cost_center\":\"CC-%u\","
        "\"company_name\":\"Example Holding\",\"employee_number\":\"E%u\",\"employment_status\":\"%s\",\"employment_type\":\"%s\","
        "\"employment_start_date\":\"%u-%02u-%02u\",\"employment_end_date\":%s,\"birthday\":\"19%02u-%02u-%02u\",\"gender\":null,\"preferred_language\":\"%s\","
        "\"timezone\":\"Europe/Stockholm\",\"works_remote\":%s,\"manager\":%s,"
        "\"emails\":[{\"email\":\"employee.%u@example.com\",\"type\":\"primary\"},{\"email\":\"home.%u@private.example\",\"type\":\"personal\"}],"
        "\"custom_fields\":[{\"id\":\"level\",\"name\":\"Level\",\"value\":%u},{\"id\":\"badge\",\"name\":\"Badge\",\"value\":\"B-%u\"}],"
        "\"addresses\":[{\"type\":\"home\",\"street_1\":\"%u Long Street\",\"city\":\"%s\",\"postal_code\":\"%05u\",\"country\":\"%s\"}],"
        "\"phone_numbers\":[{\"number\":\"+46 70 %07u\",\"type\":\"mobile\"}],\"updated_at\":\"%s\"}\n",
        p->id, p->first, p->last, p->first, p->last, p->title, p->department, p->department, p->division, p->department * 4 + p->division % 4, p->location,
        p->nation, p->department * 3, p->id, p->status == 0 ? "inactive" : "active", p->type, p->year, p->month, p->day, end, 60 + p->day, p->month, p->day,
        p->language, p->day % 3 ? "false" : "true", manager, p->id, p->id, p->level, p->id, p->day, cities[p->country], p->id % 100000, p->nation, p->id,
        p->updated);
}

static void write_csv(const struct person *p) {
    char manager[16] = "";
    if (p->has_manager) snprintf(manager, sizeof manager, "%u", p->manager);
    printf(
        "%u,%s,%s,%s %s,Title %u,Department %u,Division %u,Location %u,%s,CC-%u,E%u,%s,%s,%u-%02u-%02u,%s,%s,%s,employee.%u@example.com,home.%u@private.example,%u,B-%u,%s\r\n",
        p->id, p->first, p->last, p->first, p->last, p->title, p->department, p->division, p->location, p->nation, p->department * 3, p->id,
        p->status == 0 ? "inactive" : "active", p->type, p->year, p->month, p->day, p->end ? p->end : "", p->language, manager, p->id, p->id, p->level, p->id,
        p->updated);
}

static const char *header =
    "id,first_name,last_name,display_name,title,department,division,location,country,cost_center,employee_number,employment_status,employment_type,"
    "employment_start_date,employment_end_date,preferred_language,manager_id,email,personal_email,level,badge,updated_at\r\n";

int main(int argc, char **argv) {
    static const char *versions[] = {"base", "noise", "one", "all", "gone"};
    int version = argc >= 5 ? 0 : 5;
    while (version < 5 && strcmp(argv[2], versions[version])) version++;
    if (version == 5) return fprintf(stderr, "usage: people COUNT base|noise|one|all|gone sorted|shuffled SEED [csv]\n"), 2;
    unsigned count = strtoul(argv[1], NULL, 10);
    seed = strtoull(argv[4], NULL, 10);
    bool csv = argc > 5 && !strcmp(argv[5], "csv");
    unsigned *order = malloc(count * sizeof *order + 1);
    if (!order) return perror("people"), 1;
    for (unsigned n = 0; n < count; n++) order[n] = n;
    if (!strcmp(argv[3], "shuffled"))
        for (unsigned n = count; n > 1; n--) {
            unsigned other = mix(seed ^ (uint64_t)n << 20) % n, kept = order[n - 1];
            order[n - 1] = order[other], order[other] = kept;
        }
    static char buffer[1 << 20];
    setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
    if (csv) fputs(header, stdout);
    struct person person;
    for (unsigned n = 0; n < count; n++)
        if (make(order[n], count, version, &person)) csv ? write_csv(&person) : write_json(&person);
    return fflush(stdout) ? (perror("people"), 1) : 0;
}
