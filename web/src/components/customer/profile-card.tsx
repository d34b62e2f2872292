import { Fact } from "@/components/customer/facts";
import { Card, CardHeader } from "@/components/ui/card";
import type { Profile } from "@/lib/api/schema";
import { formatField, PROFILE_FIELDS } from "@/lib/profile-fields";

export function ProfileCard({ profile, className }: { profile: Profile; className?: string }) {
  const attributes = Object.entries(profile.attributes ?? {});
  return (
    <Card className={className}>
      <CardHeader title="Profile" description="What is known of this customer" />
      <dl className="gap-x-8 px-4 pb-3 sm:grid sm:grid-cols-2">
        {PROFILE_FIELDS.map((field) => (
          <Fact key={field.name} name={field.label}>
            {formatField(field, profile)}
          </Fact>
        ))}
        {attributes.map(([name, value]) => (
          <Fact key={name} name={name}>
            {String(value)}
          </Fact>
        ))}
      </dl>
    </Card>
  );
}
